import {
  IconAdjustments,
  IconChartBar,
  IconChecklist,
  IconFileCertificate,
  IconFileSpreadsheet,
  IconFlag,
  IconGavel,
  IconHistory,
  IconListDetails,
  IconMessageQuestion,
  IconPackage,
  IconSettings,
  IconSitemap,
  IconUserQuestion,
  IconUsers,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { Session } from "../api/shapes.ts";
import type { WordKey } from "../words/words.ts";

/** A page that the rail leads to. */
export type Place = {
  readonly to: string;
  readonly word: WordKey;
  readonly icon: ComponentType<{ size?: number; "aria-hidden"?: boolean }>;
  /** The key after `g`. */
  readonly key: string;
  /** What a role must be able to do for the page to be of use; nothing where it is for everybody. */
  readonly opens?: Session["permissions"][number];
  /** True for those that only the commands and other pages lead to. */
  readonly isQuiet?: boolean;
};

/** Where one can go, in the order of the rail. */
export const PLACES: readonly Place[] = [
  { to: "/", word: "nav.ask", icon: IconMessageQuestion, key: "h" },
  { to: "/alerts", word: "nav.review", icon: IconChecklist, key: "a", opens: "alerts.read" },
  {
    to: "/batch",
    word: "nav.batch",
    icon: IconFileSpreadsheet,
    key: "b",
    opens: "subjects.read",
  },
  { to: "/subjects", word: "nav.subjects", icon: IconUsers, key: "s", opens: "subjects.read" },
  { to: "/cases", word: "nav.cases", icon: IconUserQuestion, key: "c", opens: "workers.read" },
  { to: "/network", word: "nav.network", icon: IconSitemap, key: "n", opens: "subjects.read" },
  { to: "/waivers", word: "nav.waivers", icon: IconFileCertificate, key: "w", opens: "waivers.read" },
  { to: "/desk", word: "nav.desk", icon: IconGavel, key: "d", opens: "waivers.decide" },
  { to: "/goods", word: "nav.goods", icon: IconPackage, key: "o" },
  { to: "/lists", word: "nav.lists", icon: IconListDetails, key: "i" },
  { to: "/reports", word: "nav.reports", icon: IconChartBar, key: "p", opens: "reports.read" },
  { to: "/settings", word: "nav.settings", icon: IconSettings, key: "e" },
  { to: "/tuning", word: "nav.tuning", icon: IconAdjustments, key: "t", opens: "policy.read", isQuiet: true },
  { to: "/audit", word: "nav.audit", icon: IconHistory, key: "u", opens: "audit.read", isQuiet: true },
  { to: "/start", word: "nav.start", icon: IconFlag, key: "y", isQuiet: true },
];

/** The places that are of use to who is signed in; to nobody those that are for everybody. */
export function placesFor(session: Session | null | undefined): readonly Place[] {
  return PLACES.filter(({ opens }) => opens === undefined || session?.permissions.includes(opens) === true);
}

/** What stands at the foot of a phone, in this order, as far as the role opens it; the rest is under "More". */
const AT_FOOT: readonly string[] = ["/", "/alerts", "/cases", "/waivers", "/batch", "/lists", "/goods"];
/** So many and "More" are wide enough for a thumb. */
const FOOT_MAX = 4;

/** The places at the foot of a phone, and those that are under "More". */
export function footOf(places: readonly Place[]): {
  readonly foot: readonly Place[];
  readonly more: readonly Place[];
} {
  const foot = AT_FOOT.flatMap((to) => places.find((place) => place.to === to) ?? []).slice(0, FOOT_MAX);
  return { foot, more: places.filter((place) => !foot.includes(place)) };
}
