import { readAddress, samePlace } from "../../network/address.ts";
import { plainKey } from "../state/link-state.ts";
import {
  claimedCountry,
  DAY_MS,
  daysBetween,
  distinct,
  found,
  isoOf,
  newest,
  type RuleFunction,
  row,
  sizeOf,
  stated,
  visitRow,
  visitsIn,
} from "./found.ts";
import { sharedOf, sharerRows } from "./shared.ts";
import { named, TABLES } from "./tables.ts";
import type { AccountView } from "./view.ts";
import { centerOf, hoursFromNoon } from "./working-hours.ts";

const noCamera: RuleFunction = (view, threshold) => {
  const dark = view.interviews.filter(({ camera, cancelled }) => camera === "off" || cancelled === true);
  return dark.length < threshold("times")
    ? null
    : found(
        dark.map((one) => row(one, "interview", one.cancelled === true ? "cancelled" : "camera off")),
        { times: dark.length },
      );
};

const changedPicture: RuleFunction = (view) =>
  found(
    view.interviews
      .filter(({ liveness }) => liveness === "failed")
      .map((one) => row(one, "liveness", "failed")),
  );

const otherPerson: RuleFunction = (view) =>
  found(
    view.interviews
      .filter(({ samePerson }) => samePerson === false)
      .map((one) => row(one, "same-person", "no")),
  );

const prompted: RuleFunction = (view, threshold) =>
  found(
    view.interviews
      .filter(({ testScore }) => testScore !== undefined && testScore >= threshold("score"))
      .map((one) => row(one, "test-signs", `${one.testScore} of 5`)),
  );

const manyCallPrograms: RuleFunction = (view, threshold) =>
  found(
    view.endpoints
      .filter(({ callPrograms }) => callPrograms !== undefined && callPrograms > threshold("programs"))
      .map((one) => row(one, "call-programs", one.callPrograms ?? 0)),
  );

const unchecked: RuleFunction = (view) =>
  found(
    view.profiles
      .filter(({ channel, backgroundCheck }) => channel === "agency" && backgroundCheck !== true)
      .map((profile) => row(profile, "channel", "agency, no check of its own")),
  );

const cheap: RuleFunction = (view, threshold) =>
  found(
    view.profiles
      .filter(
        ({ offer }) =>
          offer !== undefined &&
          !offer.negotiated &&
          sizeOf({ amount: offer.market }) > 0 &&
          sizeOf(offer) / sizeOf({ amount: offer.market }) <= threshold("share"),
      )
      .map((profile) => row(profile, "offer", `${profile.offer?.amount} of ${profile.offer?.market}`)),
  );

/** D3: hiring and interviews. */
export const HIRING_RULES: Readonly<Record<string, RuleFunction>> = {
  "RF-060": noCamera,
  "RF-062": changedPicture,
  "RF-063": otherPerson,
  "RF-065": prompted,
  "RF-066": manyCallPrograms,
  "RF-069": unchecked,
  "RF-070": cheap,
};

function isSamePlace(a: string, b: string): boolean {
  if (plainKey(a) === plainKey(b)) return true;
  const [x, y] = [readAddress(a), readAddress(b)];
  return x !== null && y !== null && samePlace(x, y);
}

const otherAddress: RuleFunction = (view) => {
  const papers = stated(view, ({ documents }) => documents?.flatMap(({ address }) => address ?? []));
  if (papers.length === 0) return null;
  return found(
    view.shipments
      .filter(({ address }) => !papers.some((paper) => isSamePlace(paper, address)))
      .map((one) => row(one, "delivery-address", one.address)),
  );
};

const movedOnHiring: RuleFunction = (view, threshold) => {
  const hired = newest(view, ({ hiredOn }) => hiredOn);
  if (hired === null) return null;
  let before: readonly string[] | null = null;
  const rows = view.profiles.flatMap((profile) => {
    if (profile.addresses === undefined) return [];
    const [from, to] = [before, profile.addresses];
    before = to;
    const near = Math.abs(daysBetween(hired, profile.at)) <= threshold("days");
    return from !== null && near && !to.some((address) => from.some((known) => isSamePlace(known, address)))
      ? [row(profile, "address-changed", `${from.join("; ")} → ${to.join("; ")}`)]
      : [];
  });
  return found(rows);
};

const forwarder: RuleFunction = (view) =>
  found(
    view.shipments
      .filter(
        ({ addressKind }) =>
          addressKind === "forwarder" || addressKind === "mail-drop" || addressKind === "po-box",
      )
      .map((one) => row(one, `delivery-to-${one.addressKind}`, one.address)),
  );

const oneDoor: RuleFunction = (view, threshold) => {
  for (const shared of sharedOf(view, "delivery"))
    if (shared.others.length + 1 >= threshold("workers"))
      return found(sharerRows(shared, shared.others, "delivery-address-shared"), {
        workers: shared.others.length + 1,
        employers: distinct(
          [shared.detail, ...shared.others.map(({ detail }) => detail)].filter((name) => name !== ""),
        ).length,
      });
  return null;
};

const wentAbroad: RuleFunction = (view) => {
  const claimed = claimedCountry(view);
  return found([
    ...view.shipments
      .filter(({ country, trackedTo }) => trackedTo !== undefined && trackedTo !== (country ?? claimed))
      .map((one) => row(one, "tracked-to", one.trackedTo ?? "")),
    ...view.endpoints
      .filter(({ country }) => country !== undefined && claimed !== null && country !== claimed)
      .map((one) => row(one, "device-in", `${one.country}: ${one.device}`)),
  ]);
};

/** Programs of an endpoint that a table names. */
function programs(
  view: AccountView,
  table: readonly string[],
  fact: string,
): readonly { readonly name: string; readonly evidence: ReturnType<typeof row> }[] {
  return view.endpoints.flatMap((one) =>
    (one.software ?? []).flatMap((program) => {
      const name = named(program, table);
      return name === null ? [] : [{ name, evidence: row(one, fact, `${program} on ${one.device}`) }];
    }),
  );
}

const remoteTools: RuleFunction = (view, threshold) => {
  const found_ = programs(view, TABLES.remoteTools, "remote-tool");
  const tools = distinct(found_.map(({ name }) => name));
  return tools.length < threshold("tools")
    ? null
    : found(
        found_.map(({ evidence }) => evidence),
        { tools: tools.join(", ") },
      );
};

const switchBoxes: RuleFunction = (view) =>
  found(
    view.endpoints.flatMap((one) =>
      [...(one.usbDevices ?? []), ...(one.display === undefined ? [] : [one.display])].flatMap((text) => {
        const name = named(text, TABLES.kvmDevices);
        return name === null ? [] : [row(one, "remote-switch", `${text} on ${one.device}`)];
      }),
    ),
  );

const keepAwake: RuleFunction = (view) =>
  found(programs(view, TABLES.keepAwakePrograms, "keep-awake").map(({ evidence }) => evidence));

const otherSettings: RuleFunction = (view, threshold) => {
  const offset = newest(view, ({ utcOffsetMinutes }) => utcOffsetMinutes);
  if (offset === null) return null;
  return found([
    ...view.endpoints
      .filter(
        ({ utcOffsetMinutes }) =>
          utcOffsetMinutes !== undefined && Math.abs(utcOffsetMinutes - offset) >= threshold("minutes"),
      )
      .map((one) =>
        row(one, "device-time-zone", `UTC${sayOffset(one.utcOffsetMinutes ?? 0)} on ${one.device}`),
      ),
    ...visitsIn(view)
      .filter((visit) => visit.offset !== null && Math.abs(visit.offset - offset) >= threshold("minutes"))
      .map((visit) => ({
        ...visitRow(view.account, visit, "device-time-zone"),
        value: `UTC${sayOffset(visit.offset ?? 0)}`,
      })),
  ]);
};

const sayOffset = (minutes: number): string => `${minutes < 0 ? "−" : "+"}${Math.abs(minutes) / 60}`;

const otherHours: RuleFunction = (view, threshold) => {
  const offset = newest(view, ({ utcOffsetMinutes }) => utcOffsetMinutes);
  const center = centerOf(view);
  if (offset === null || center === null || view.days.length < threshold("days")) return null;
  const local = (center + offset / 60 + 48) % 24;
  const shift = hoursFromNoon(center, offset / 60);
  const fits = Math.min(hoursFromNoon(center, 8), hoursFromNoon(center, 9));
  if (shift < threshold("shiftHours") || fits > threshold("fitHours")) return null;
  const [last] = view.days.toReversed();
  return found(
    [
      {
        at: isoOf((last?.day ?? 0) * DAY_MS),
        account: view.account,
        fact: "center-of-activity",
        value: `${center.toFixed(1)} h UTC on ${view.days.length} days`,
      },
    ],
    {
      hour: local.toFixed(0),
      shift: shift.toFixed(0),
    },
  );
};

const oneHome: RuleFunction = (view, threshold) => {
  const role = newest(view, ({ role: one }) => one);
  if (role !== "employee") return null;
  const homes = new Set(
    visitsIn(view)
      .filter(({ type }) => type === "residential")
      .map(({ ip }) => ip),
  );
  for (const shared of sharedOf(view, "ip"))
    if (homes.has(shared.value) && shared.others.length + 1 >= threshold("workers"))
      return found(sharerRows(shared, shared.others, "home-address-shared"), {
        workers: shared.others.length + 1,
        address: shared.value,
      });
  return null;
};

const namedPlaces: RuleFunction = (view) =>
  found(
    visitsIn(view).flatMap((visit) => {
      const hit = TABLES.places.find(
        ({ name, country }) =>
          (country === null || country === visit.country) &&
          (name === "" ? true : visit.place?.toLowerCase().includes(name.toLowerCase()) === true),
      );
      return hit === undefined ? [] : [visitRow(view.account, visit, "login-place")];
    }),
    {},
  );

const notReturned: RuleFunction = (view, threshold) =>
  found(
    view.endpoints
      .filter(
        ({ at, returnDueOn, returnedOn }) =>
          returnDueOn !== undefined &&
          returnedOn === undefined &&
          daysBetween(returnDueOn, at) >= threshold("days"),
      )
      .map((one) => row(one, "device-overdue", `${one.device}, due ${one.returnDueOn}`)),
  );

/** D4: equipment and where it is. */
export const EQUIPMENT_RULES: Readonly<Record<string, RuleFunction>> = {
  "RF-080": otherAddress,
  "RF-081": movedOnHiring,
  "RF-082": forwarder,
  "RF-083": oneDoor,
  "RF-084": wentAbroad,
  "RF-085": remoteTools,
  "RF-086": switchBoxes,
  "RF-087": keepAwake,
  "RF-088": otherSettings,
  "RF-089": otherHours,
  "RF-090": oneHome,
  "RF-091": namedPlaces,
  "RF-092": notReturned,
};
