import { ActionIcon, Menu } from "@mantine/core";
import {
  IconBell,
  IconDots,
  IconHelp,
  IconLanguage,
  IconLayoutSidebar,
  IconMoon,
  IconSearch,
  IconUser,
} from "@tabler/icons-react";
import { Link, useRouterState } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { signInCall } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import { SignInAgain } from "../signin/sign-in-again.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayTitle } from "../words/titles.ts";
import { Appearance } from "./appearance.tsx";
import { AsOfDay } from "./as-of-day.tsx";
import { DemoMark } from "./demo-mark.tsx";
import { DoneBar } from "./done-bar.tsx";
import { ListAge } from "./list-age.tsx";
import { OfflineBar } from "./offline-bar.tsx";
import { footOf, type Place, placesFor } from "./places.ts";
import style from "./shell.module.css";
import { useKeys } from "./use-keys.ts";
import { usePagesAhead } from "./use-pages-ahead.ts";

const Bell = lazy(() => import("./bell.tsx"));
// Both are fetched when they are first asked for: most visits never do.
const CommandPalette = lazy(async () => ({
  default: (await import("./command-palette.tsx")).CommandPalette,
}));
const KeysHelp = lazy(async () => ({ default: (await import("./keys-help.tsx")).KeysHelp }));

function isAt(path: string, to: string): boolean {
  return to === "/" ? path === "/" || path.startsWith("/checks") : path === to || path.startsWith(`${to}/`);
}

/** The frame around every page: rail, top bar, and on a phone a bar at the foot. */
export function Shell({ children }: { readonly children: ReactNode }): ReactNode {
  const { t, language, setLanguage } = useLanguage();
  const [folded, setFolded] = useState(false);
  const [help, setHelp] = useState<boolean | null>(null);
  const [commandsAsked, setCommandsAsked] = useState(0);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // True from the very moment of a click until the page that it leads to is there.
  const going = useRouterState({ select: ({ status }) => status === "pending" });
  const session = useSession();
  const places = placesFor(session);
  usePagesAhead(places);
  const { foot, more } = footOf(places);
  // Whoever holds a letter came by its code and goes nowhere else.
  const isBare = path.startsWith("/verify/");
  const isStranger = session === null || session === undefined;
  useKeys({
    onHelp: () => setHelp(true),
    onCommands: () => setCommandsAsked((times) => times + 1),
    onRail: () => setFolded((now) => !now),
  });
  return (
    <div className={style.frame} data-folded={folded} data-bare={isBare}>
      <a href="#content" className={style.skip}>
        {t("app.skip")}
      </a>
      <nav className={style.rail} aria-label={t("nav.main")}>
        <Link to="/" className={style.brand}>
          <BrandMark />
          <span className={style.label} translate="no">
            {t("app.name")}
          </span>
        </Link>
        <ul>
          {places
            .filter(({ isQuiet }) => isQuiet !== true)
            .map((place) => (
              <li key={place.to}>
                <PlaceLink place={place} current={isAt(path, place.to)} />
              </li>
            ))}
        </ul>
        <button
          type="button"
          className={style.fold}
          onClick={() => setFolded(!folded)}
          aria-expanded={!folded}
        >
          <IconLayoutSidebar size={20} aria-hidden />
          <span className={style.label}>{t("nav.fold")}</span>
          <span className="visually-hidden">{folded ? t("nav.unfold") : ""}</span>
        </button>
      </nav>
      <header className={style.top}>
        <Link to="/" className={style.topBrand} aria-label={t("app.name")}>
          <BrandMark />
        </Link>
        {isBare && isStranger ? null : (
          <button
            type="button"
            className={style.search}
            onClick={() => setCommandsAsked((times) => times + 1)}
          >
            <IconSearch size={18} aria-hidden />
            <span className={style.searchWords}>{t("commands.placeholder")}</span>
            <kbd aria-hidden>Ctrl K</kbd>
          </button>
        )}
        <span className={style.spacer} />
        <DemoMark />
        <AsOfDay />
        {isBare && isStranger ? null : <Tools onKeys={() => setHelp(true)} />}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" size="lg" aria-label={t("top.appearance")} visibleFrom="sm">
              <IconMoon size={20} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Appearance />
          </Menu.Dropdown>
        </Menu>
        <button
          type="button"
          className={style.language}
          lang={language === "en" ? "ko" : "en"}
          onClick={() => setLanguage(language === "en" ? "ko" : "en")}
        >
          <IconLanguage size={20} aria-hidden className={style.languageSign} />
          {t("top.language.short")}
        </button>
        <SignedIn />
        <span className={style.going} data-going={going} aria-hidden />
      </header>
      <main id="content" className={style.content} tabIndex={-1} aria-busy={going}>
        <OfflineBar />
        {children}
        <DoneBar />
      </main>
      <nav className={style.foot} aria-label={t("nav.main")}>
        {foot.map((place) => (
          <PlaceLink key={place.to} place={place} current={isAt(path, place.to)} />
        ))}
        <MorePlaces places={more} />
      </nav>
      <Suspense>
        {help === null ? null : <KeysHelp opened={help} onClose={() => setHelp(false)} />}
        {commandsAsked === 0 ? null : <CommandPalette asked={commandsAsked} />}
      </Suspense>
      <SignInAgain />
    </div>
  );
}

/** How old the lists are, what wants the person, and the keys: all for whoever works here. */
function Tools({ onKeys }: { readonly onKeys: () => void }): ReactNode {
  const { t } = useLanguage();
  return (
    <>
      <ListAge />
      <Suspense fallback={<IconBell size={20} className={style.quiet} aria-hidden />}>
        <Bell />
      </Suspense>
      <ActionIcon variant="subtle" size="lg" aria-label={t("top.keys")} onClick={onKeys} visibleFrom="sm">
        <IconHelp size={20} />
      </ActionIcon>
    </>
  );
}

function PlaceLink({ place, current }: { readonly place: Place; readonly current: boolean }): ReactNode {
  const { t } = useLanguage();
  const Icon = place.icon;
  return (
    <Link
      to={place.to}
      className={style.place}
      aria-current={current ? "page" : undefined}
      title={t(place.word)}
    >
      <Icon size={22} aria-hidden />
      <span className={style.label}>{t(place.word)}</span>
    </Link>
  );
}

/** On a phone: everything that has no place at the foot. */
function MorePlaces({ places }: { readonly places: readonly Place[] }): ReactNode {
  const { t } = useLanguage();
  return (
    <Menu position="top-end" width={220}>
      <Menu.Target>
        <button type="button" className={style.place}>
          <IconDots size={22} aria-hidden />
          <span className={style.label}>{t("nav.more")}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {places.map(({ to, word, icon: Icon }) => (
          <Menu.Item key={to} component={Link} to={to} leftSection={<Icon size={20} aria-hidden />}>
            {t(word)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Who is signed in, and the way out. */
function SignedIn(): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  if (session === null || session === undefined) return null;
  const leave = async (): Promise<void> => {
    await signInCall("/sign-out", {});
    location.assign("/sign-in");
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={style.language}>
          <IconUser size={20} aria-hidden className={style.onPhone} />
          <span className={style.person} translate="no">
            {session.name}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{sayTitle(language, session.organization.name)}</Menu.Label>
        <Menu.Item component={Link} to="/settings">
          {t("settings.part.own")}
        </Menu.Item>
        <Menu.Item component={Link} to="/start">
          {t("nav.start")}
        </Menu.Item>
        <Menu.Item onClick={() => void leave()}>{t("top.signout")}</Menu.Item>
        <div className={style.phoneAlone}>
          <Menu.Divider />
          <Menu.Label>{t("top.appearance")}</Menu.Label>
          <Appearance />
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}

/** A gate with water before it: two posts, one half let through. */
function BrandMark(): ReactNode {
  return (
    <svg className={style.mark} viewBox="0 0 24 24" aria-hidden>
      <path d="M3 3v18M21 3v18" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
      <path d="M7 4h10v8H7z" fill="currentColor" />
      <path
        d="M6 16c2-1.5 4-1.5 6 0s4 1.5 6 0M6 20c2-1.5 4-1.5 6 0s4 1.5 6 0"
        stroke="currentColor"
        strokeWidth="1.8"
        fill="none"
        strokeLinecap="round"
      />
    </svg>
  );
}
