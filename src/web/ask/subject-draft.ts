/** What the form of Ask holds, as the address holds it. */
export type SubjectDraft = {
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly birth?: string | undefined;
  readonly country?: string | undefined;
  readonly id?: string | undefined;
  readonly at?: string | undefined;
};

const KINDS: Readonly<Record<string, string>> = { person: "Person", company: "Company", vessel: "Vessel" };

/** The draft as a party of FollowTheMoney: the schema that was chosen, or the one that its facts speak for. */
export function partyOf(draft: SubjectDraft): { schema: string; properties: Record<string, string[]> } {
  const chosen = KINDS[draft.kind ?? ""];
  const schema = chosen ?? (draft.birth === undefined ? "LegalEntity" : "Person");
  const properties: Record<string, string[]> = { name: [(draft.q ?? "").trim()] };
  if (draft.birth !== undefined && schema === "Person") properties.birthDate = [draft.birth.trim()];
  if (draft.country !== undefined) {
    const property = schema === "Person" ? "nationality" : schema === "Vessel" ? "flag" : "country";
    properties[property] = [draft.country.trim()];
  }
  if (draft.id !== undefined) {
    const property =
      schema === "Person" ? "passportNumber" : schema === "Vessel" ? "imoNumber" : "registrationNumber";
    properties[property] = [draft.id.trim()];
  }
  return { schema, properties };
}

/** True for 1970, 1970-02 and 1970-02-05, of days that exist. */
export function isBirth(text: string): boolean {
  const [, year = "", month = "01", day = "01"] =
    /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text.trim()) ?? [];
  if (year === "") return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}
