import { ActionIcon, Drawer, Menu } from "@mantine/core";
import { spotlight } from "@mantine/spotlight";
import { IconDots, IconHelp, IconLanguage, IconLayoutSidebar, IconMoon } from "@tabler/icons-react";
import { Link, useRouterState } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useLanguage } from "../words/language.tsx";
import { Appearance } from "./appearance.tsx";
import { CommandPalette } from "./command-palette.tsx";
import { KeysHelp } from "./keys-help.tsx";
import { PLACES, type Place } from "./places.ts";
import style from "./shell.module.css";
import { useKeys } from "./use-keys.ts";

/** Places of the bar at the foot of a phone; the rest stand behind “More”. */
const PHONE_PLACES = 3;

function isAt(path: string, to: string): boolean {
  return to === "/" ? path === "/" || path.startsWith("/checks") : path === to || path.startsWith(`${to}/`);
}

/** The frame around every page: rail, top bar, and on a phone a bar at the foot. */
export function Shell({ children }: { readonly children: ReactNode }): ReactNode {
  const { t, language, setLanguage } = useLanguage();
  const [folded, setFolded] = useState(false);
  const [help, setHelp] = useState(false);
  const [more, setMore] = useState(false);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useKeys({
    onHelp: () => setHelp(true),
    onCommands: () => spotlight.open(),
    onRail: () => setFolded((now) => !now),
  });
  return (
    <div className={style.frame} data-folded={folded}>
      <a href="#content" className={style.skip}>
        {t("app.skip")}
      </a>
      <nav className={style.rail} aria-label={t("nav.main")}>
        <Link to="/" className={style.brand}>
          <BrandMark />
          <span className={style.label}>{t("app.name")}</span>
        </Link>
        <ul>
          {PLACES.map((place) => (
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
        <span className={style.spacer} />
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t("top.keys")}
          onClick={() => setHelp(true)}
          visibleFrom="sm"
        >
          <IconHelp size={20} />
        </ActionIcon>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" size="lg" aria-label={t("top.appearance")}>
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
          aria-label={t("top.language")}
          onClick={() => setLanguage(language === "en" ? "ko" : "en")}
        >
          <IconLanguage size={20} aria-hidden />
          {t("top.language.short")}
        </button>
      </header>
      <main id="content" className={style.content} tabIndex={-1}>
        {children}
      </main>
      <nav className={style.foot} aria-label={t("nav.main")}>
        {PLACES.slice(0, PHONE_PLACES).map((place) => (
          <PlaceLink key={place.to} place={place} current={isAt(path, place.to)} />
        ))}
        <button type="button" className={style.place} onClick={() => setMore(true)}>
          <IconDots size={22} aria-hidden />
          <span className={style.label}>{t("nav.more")}</span>
        </button>
      </nav>
      <Drawer
        opened={more}
        onClose={() => setMore(false)}
        position="bottom"
        title={t("nav.more")}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <ul className={style.moreList}>
          {PLACES.slice(PHONE_PLACES).map((place) => (
            <li key={place.to}>
              <PlaceLink place={place} current={isAt(path, place.to)} onClick={() => setMore(false)} />
            </li>
          ))}
        </ul>
      </Drawer>
      <KeysHelp opened={help} onClose={() => setHelp(false)} />
      <CommandPalette />
    </div>
  );
}

function PlaceLink({
  place,
  current,
  onClick,
}: {
  readonly place: Place;
  readonly current: boolean;
  readonly onClick?: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const Icon = place.icon;
  return (
    <Link
      to={place.to}
      className={style.place}
      aria-current={current ? "page" : undefined}
      title={t(place.word)}
      {...(onClick === undefined ? {} : { onClick })}
    >
      <Icon size={22} aria-hidden />
      <span className={style.label}>{t(place.word)}</span>
    </Link>
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
