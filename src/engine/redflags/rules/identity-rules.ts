import { plainKey } from "../state/link-state.ts";
import { hashDistance, likenessOf } from "../text-signature.ts";
import {
  claimedCountry,
  daysBetween,
  distinct,
  type Evidence,
  found,
  hiredOn,
  msOf,
  newest,
  plainName,
  type RuleFunction,
  row,
  sameName,
  stated,
  visitRow,
  visitsIn,
} from "./found.ts";
import { sharedOf } from "./shared.ts";
import { TABLES } from "./tables.ts";
import type { AccountView } from "./view.ts";

type Profile = AccountView["profiles"][number];

/** Where profiles and papers state different things: a row for each kind of fact. */
function conflicts(view: AccountView): readonly Evidence[] {
  const rows: Evidence[] = [];
  const first = view.profiles[0];
  if (first === undefined) return rows;
  const add = (fact: string, values: readonly string[]): void => {
    if (values.length > 1) rows.push(row(first, fact, values.join(" / ")));
  };
  const names = stated(view, ({ names: all }) => all);
  const profileNames = stated(view, ({ profiles }) => profiles?.flatMap(({ name }) => name ?? []));
  const papers = stated(view, ({ documents }) => documents?.flatMap(({ name }) => name ?? []));
  const odd = (others: readonly string[]) =>
    others.filter((other) => names.length > 0 && !names.some((name) => sameName(name, other)));
  add("name-on-profiles", odd(profileNames).length === 0 ? [] : [...names, ...odd(profileNames)]);
  add("name-on-papers", odd(papers).length === 0 ? [] : [...names, ...odd(papers)]);
  add("claimed-country", distinct(view.profiles.flatMap(({ claimedCountry: country }) => country ?? [])));
  add("name", namesApart(names));
  const claimed = claimedCountry(view);
  const placed = visitsIn(view).flatMap(({ country }) => country ?? []);
  const there = placed.filter((country) => country === claimed).length;
  if (claimed !== null && placed.length >= 5 && there === 0)
    add("country-of-logins", [claimed, ...distinct(placed)]);
  const schools = distinct(
    view.profiles
      .map(({ education }) =>
        (education ?? [])
          .map(({ school }) => plainKey(school ?? ""))
          .filter(Boolean)
          .sort()
          .join(","),
      )
      .filter(Boolean),
  );
  add("education", schools);
  return rows;
}

/** Names that are not spellings of the first one. */
function namesApart(names: readonly string[]): readonly string[] {
  const [first] = names;
  if (first === undefined) return [];
  const others = names.filter((name) => !sameName(first, name));
  return others.length === 0 ? [] : [first, ...others];
}

const inconsistent: RuleFunction = (view, threshold) => {
  const rows = conflicts(view);
  return rows.length < threshold("conflicts") ? null : found(rows, { conflicts: rows.length });
};

const otherFaces: RuleFunction = (view, threshold) => {
  const [newer] = view.profiles.toReversed();
  if (newer === undefined) return null;
  const pictures = distinct(
    view.profiles.flatMap(({ profiles }) => profiles?.flatMap(({ pictureHash }) => pictureHash ?? []) ?? []),
  );
  const own = newest(view, ({ photoHash }) => photoHash);
  const all = own === null ? pictures : [own, ...pictures];
  const [first] = all;
  const apart =
    first === undefined
      ? []
      : all.filter((hash) => hash.length === first.length && hashDistance(first, hash) > threshold("bits"));
  const pages = view.profiles.flatMap(({ profiles }) => profiles ?? []);
  if (apart.length > 0)
    return found(
      apart.map((hash) => row(newer, "other-picture", hash)),
      { pictures: apart.length + 1 },
    );
  return all.length === 0 && pages.length >= threshold("profiles")
    ? found(
        pages.map(({ url }) => row(newer, "no-picture", url)),
        { pictures: 0 },
      )
    : null;
};

const bareProfile: RuleFunction = (view, threshold) =>
  found(
    view.profiles.flatMap((profile) =>
      (profile.profiles ?? [])
        .filter(
          ({ pages, domainRegisteredOn }) =>
            (pages !== undefined && pages <= threshold("pages")) ||
            (domainRegisteredOn !== undefined &&
              daysBetween(domainRegisteredOn, profile.at) < threshold("domainDays")),
        )
        .map(({ url }) => row(profile, "bare-profile", url)),
    ),
  );

const badDocument: RuleFunction = (view, threshold) =>
  found(
    view.profiles.flatMap((profile) =>
      (profile.documents ?? []).flatMap(({ kind, check, checkDigits, imagePixels }) => [
        ...(check === "failed" || check === "edited"
          ? [row(profile, "document-check", `${kind}: ${check}`)]
          : []),
        ...(checkDigits === "wrong" ? [row(profile, "document-check-digits", kind)] : []),
        ...(imagePixels !== undefined && imagePixels < threshold("pixels")
          ? [row(profile, "document-picture", `${kind}: ${imagePixels} pixels`)]
          : []),
      ]),
    ),
  );

const threeContinents: RuleFunction = (view, threshold) => {
  const [profile] = view.profiles.toReversed();
  const issuers = stated(view, ({ documents }) => documents?.flatMap(({ issuer }) => issuer ?? []));
  const claimed = claimedCountry(view);
  if (profile === undefined || claimed === null || issuers.length === 0) return null;
  const visits = visitsIn(view).filter(
    ({ type }) => type === null || type === "residential" || type === "corporate",
  );
  const countries = distinct([...issuers, claimed, ...visits.flatMap(({ country }) => country ?? [])]);
  const continents = distinct(countries.flatMap((country) => TABLES.continentOf.get(country) ?? []));
  if (continents.length < threshold("continents")) return null;
  const away = visits.filter(({ country }) => country !== null && country !== claimed);
  return found(
    [
      row(profile, "document-issuer", issuers.join(", ")),
      row(profile, "claimed-country", claimed),
      ...away.map((visit) => visitRow(view.account, visit)),
    ],
    {
      countries: countries.join(", "),
    },
  );
};

const otherPersonsIdentity: RuleFunction = (view) =>
  found(
    view.profiles
      .filter(({ identityCheck }) => identityCheck === "failed")
      .map((profile) => row(profile, "identity-check", "failed")),
  );

/** Profiles in which a list of values is another one than in the profile before. */
function changesOf(
  view: AccountView,
  pick: (profile: Profile) => readonly string[] | undefined,
): readonly { readonly profile: Profile; readonly from: string; readonly to: string }[] {
  const changes: { readonly profile: Profile; readonly from: string; readonly to: string }[] = [];
  let before: string | null = null;
  for (const profile of view.profiles) {
    const values = pick(profile);
    if (values === undefined) continue;
    const now = [...values].sort().join(", ");
    if (before !== null && before !== now) changes.push({ profile, from: before, to: now });
    before = now;
  }
  return changes;
}

const changingContact: RuleFunction = (view, threshold) => {
  const hired = hiredOn(view);
  if (hired === null) return null;
  const changes = [
    ...changesOf(view, ({ phones }) => phones?.map(({ number }) => number)),
    ...changesOf(view, ({ emails }) => emails),
  ].filter(
    ({ profile }) =>
      daysBetween(hired, profile.at) >= 0 && daysBetween(hired, profile.at) <= threshold("days"),
  );
  return changes.length < threshold("changes")
    ? null
    : found(
        changes.map(({ profile, from, to }) => row(profile, "contact-changed", `${from} → ${to}`)),
        { changes: changes.length },
      );
};

const renamed: RuleFunction = (view) => {
  const hired = hiredOn(view);
  if (hired === null) return null;
  return found(
    [...changesOf(view, ({ handles }) => handles), ...changesOf(view, ({ names }) => names?.map(plainName))]
      .filter(({ profile }) => daysBetween(hired, profile.at) >= 0)
      .map(({ profile, from, to }) => row(profile, "name-changed", `${from} → ${to}`)),
  );
};

const schoolsAndJobs: RuleFunction = (view, threshold) => {
  const [profile] = view.profiles.toReversed();
  const schools = stated(view, ({ education }) => education?.flatMap(({ country }) => country ?? []));
  const jobs = view.profiles.flatMap(({ jobs: all }) => all?.flatMap(({ country }) => country ?? []) ?? []);
  if (profile === undefined || schools.length === 0 || jobs.length === 0) return null;
  const share = jobs.filter((country) => TABLES.jobCountries.includes(country)).length / jobs.length;
  if (!schools.every((country) => TABLES.schoolCountries.includes(country)) || share < threshold("share"))
    return null;
  return found([
    row(profile, "education", schools.join(", ")),
    row(profile, "jobs", distinct(jobs).join(", ")),
  ]);
};

const sameResume: RuleFunction = (view, threshold) => {
  const alike = new Map<string, Evidence>();
  for (const { detail, others } of sharedOf(view, "resume"))
    for (const other of others) {
      const likeness = likenessOf(detail, other.detail);
      if (likeness >= threshold("likeness"))
        alike.set(other.account, {
          at: null,
          account: other.account,
          fact: "resume-alike",
          value: `${Math.round(likeness * 100)} %`,
        });
    }
  return found([...alike.values()], { persons: alike.size + 1 });
};

const tooEarly: RuleFunction = (view) =>
  found(
    view.profiles.flatMap((profile) =>
      (profile.jobs ?? []).flatMap(({ technology, technologyReleasedOn, from }) =>
        technologyReleasedOn !== undefined && from !== undefined && from < technologyReleasedOn
          ? [
              row(
                profile,
                "technology",
                `${technology ?? "?"} since ${from}, first released ${technologyReleasedOn}`,
              ),
            ]
          : [],
      ),
    ),
  );

const ownReference: RuleFunction = (view, threshold) => {
  const phones = new Set(stated(view, ({ phones: all }) => all?.map(({ number }) => plainKey(number))));
  const emails = new Set(stated(view, ({ emails: all }) => all?.map((email) => email.toLowerCase())));
  const devices = new Set(visitsIn(view).flatMap(({ device }) => device ?? []));
  return found(
    view.profiles.flatMap((profile) =>
      (profile.references ?? []).flatMap(({ name, phone, email, device, domainRegisteredOn }) => {
        const own =
          (phone !== undefined && phones.has(plainKey(phone))) ||
          (email !== undefined && emails.has(email.toLowerCase())) ||
          (device !== undefined && devices.has(device));
        const young =
          domainRegisteredOn !== undefined &&
          daysBetween(domainRegisteredOn, profile.at) < threshold("domainDays");
        return own || young
          ? [row(profile, own ? "reference-is-self" : "reference-new-domain", name ?? email ?? phone ?? "?")]
          : [];
      }),
    ),
  );
};

const deadSite: RuleFunction = (view) =>
  found(
    view.profiles.flatMap((profile) =>
      (profile.profiles ?? [])
        .filter(({ works }) => works === false)
        .map(({ url }) => row(profile, "site-does-not-work", url)),
    ),
  );

const KOREAN = /^ko\b|^ko[-_]|hangul|korean|2-set|dubeolsik/i;

const otherLanguage: RuleFunction = (view) => {
  const claimed = claimedCountry(view);
  if (claimed === null || claimed === "KR" || claimed === "KP") return null;
  const set = (locale: string | null | undefined, keyboard: string | null | undefined): string | null =>
    [locale, keyboard].find((value) => value !== null && value !== undefined && KOREAN.test(value)) ?? null;
  return found([
    ...visitsIn(view).flatMap((visit) => {
      const value = set(visit.locale, visit.keyboard);
      return value === null ? [] : [{ ...visitRow(view.account, visit, "device-language"), value }];
    }),
    ...view.endpoints.flatMap((one) => {
      const value = set(one.locale, one.keyboard);
      return value === null ? [] : [row(one, "device-language", value)];
    }),
  ]);
};

const oddRepositories: RuleFunction = (view, threshold) => {
  const created = newest(view, ({ createdAt }) => createdAt);
  const dated = view.repositories.filter(({ firstCommitAt }) => firstCommitAt !== undefined);
  const early =
    created === null
      ? []
      : dated.filter(
          ({ firstCommitAt }) => firstCommitAt !== undefined && msOf(firstCommitAt) < msOf(created),
        );
  const tooMany = early.length > 0 && early.length / dated.length >= threshold("share");
  const copied = view.repositories.filter(({ copiedFrom }) => copiedFrom !== undefined);
  const byEmail = Map.groupBy(
    view.repositories.flatMap((one) =>
      (one.authors ?? []).flatMap(({ name, email }) => (email === undefined ? [] : [{ one, name, email }])),
    ),
    ({ email }) => email,
  );
  const mixed = [...byEmail.values()].flatMap((all) =>
    distinct(all.map(({ name }) => plainName(name))).length >= threshold("namesPerEmail")
      ? all.slice(0, 1)
      : [],
  );
  return found([
    ...(tooMany ? early.map((one) => row(one, "commits-before-account", one.repository)) : []),
    ...copied.map((one) => row(one, "repository-copied", `${one.repository} from ${one.copiedFrom ?? "?"}`)),
    ...mixed.map(({ one, email }) => row(one, "authors-of-one-email", email)),
  ]);
};

const madePicture: RuleFunction = (view) =>
  found(
    view.profiles
      .filter(({ photoKind }) => photoKind === "stock" || photoKind === "generated")
      .map((profile) => row(profile, "picture", profile.photoKind ?? "")),
  );

const recommended: RuleFunction = (view) =>
  found(
    view.profiles
      .filter(({ referredBy }) => referredBy !== undefined && view.confirmed.has(referredBy))
      .map((profile) => row(profile, "referred-by", profile.referredBy ?? "")),
  );

/** D2: who it is said to be. */
export const IDENTITY_RULES: Readonly<Record<string, RuleFunction>> = {
  "RF-030": inconsistent,
  "RF-031": otherFaces,
  "RF-032": bareProfile,
  "RF-034": badDocument,
  "RF-035": threeContinents,
  "RF-036": otherPersonsIdentity,
  "RF-037": changingContact,
  "RF-038": renamed,
  "RF-039": schoolsAndJobs,
  "RF-041": sameResume,
  "RF-042": tooEarly,
  "RF-043": ownReference,
  "RF-044": deadSite,
  "RF-045": otherLanguage,
  "RF-047": oddRepositories,
  "RF-048": madePicture,
  "RF-049": recommended,
};
