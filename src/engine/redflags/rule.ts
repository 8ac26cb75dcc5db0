import { z } from "zod";
import d1 from "../../../data/redflags/d1-platform.json" with { type: "json" };
import d2 from "../../../data/redflags/d2-identity.json" with { type: "json" };
import d3 from "../../../data/redflags/d3-hiring.json" with { type: "json" };
import d4 from "../../../data/redflags/d4-equipment.json" with { type: "json" };
import d5 from "../../../data/redflags/d5-money.json" with { type: "json" };
import d6 from "../../../data/redflags/d6-conduct.json" with { type: "json" };
import d7 from "../../../data/redflags/d7-company.json" with { type: "json" };
import sourcesFile from "../../../data/redflags/sources.json" with { type: "json" };
import { Fault, must } from "../../fault.ts";
import { parseData } from "../../parse.ts";
import { daySchema } from "../day.ts";
import { sha256 } from "../digest.ts";
import { canonicalJson, type Json } from "../json.ts";

const both = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) }).readonly();

/** A sentence in the two languages of the service. */
export type Bilingual = z.infer<typeof both>;

/** Kinds of evidence that hang together: within one, the second flag says little that the first did not. */
const groupSchema = z.enum([
  "location",
  "access",
  "remote",
  "payout",
  "flow",
  "papers",
  "profile",
  "texts",
  "hiring",
  "delivery",
  "conduct",
  "data",
  "company",
]);
export type EvidenceGroup = z.infer<typeof groupSchema>;

const ruleSchema = z
  .strictObject({
    id: z.string().regex(/^RF-\d{3}$/),
    title: both,
    severity: z.enum(["high", "medium", "low"]),
    /** `automatic`: a function of events; `prompt`: a question to a person; `check`: found in the check of a transaction. */
    mode: z.enum(["automatic", "prompt", "check"]),
    group: groupSchema,
    /** What it adds to the log-odds of a case: a proposal, learnt from nothing. */
    weight: z.number().positive().max(6),
    sources: z.array(z.string()).min(1).readonly(),
    basis: z.enum(["read", "background"]),
    thresholds: z.record(z.string(), z.number()).readonly(),
    /** Days that it looks at together; null where it is of all that is kept. */
    windowDays: z.number().positive().nullable(),
    inForce: z.strictObject({ from: daySchema.nullable(), until: daySchema.nullable() }).readonly(),
    reason: both,
    /** How it is told where accounts contradict each other, and each alone does not. */
    together: both.exactOptional(),
    innocent: both,
    question: both.exactOptional(),
    /** Why it is a prompt, or where it is found. */
    why: z.string().exactOptional(),
    /** What it reads of an account, such as `days.visits.ip`: it may read nothing else. */
    inputs: z.array(z.string()).readonly(),
  })
  .readonly();

/** A red flag: what it says, who says so, since when it is applied, and how it is told. */
export type Rule = z.infer<typeof ruleSchema>;

const sourceSchema = z
  .strictObject({
    key: z.string(),
    title: z.string(),
    publishedOn: daySchema.nullable(),
    address: z.string(),
  })
  .readonly();
/** A text that names an indicator. */
export type RuleSource = z.infer<typeof sourceSchema>;

/** All rules, in the order of their numbers, with their sources; named by a hash of all of it. */
export type RuleBook = {
  readonly rules: readonly Rule[];
  readonly byId: ReadonlyMap<string, Rule>;
  readonly sources: ReadonlyMap<string, RuleSource>;
  readonly hash: string;
};

/** Reads rules and sources, and refuses those that name an unknown source or each other's number. Throws `data-invalid`. */
export function readRules(
  files: readonly { readonly file: string; readonly value: unknown }[],
  sourceFile: unknown,
): RuleBook {
  const { sources: all } = parseData(
    z.strictObject({ note: z.string(), sources: z.array(sourceSchema) }),
    sourceFile,
    "data/redflags/sources.json",
  );
  const sources = new Map(all.map((source) => [source.key, source]));
  const rules = files.flatMap(({ file, value }) =>
    parseData(z.strictObject({ section: z.string(), rules: z.array(ruleSchema) }), value, file).rules.map(
      (rule) => ({ file, rule }),
    ),
  );
  const byId = new Map<string, Rule>();
  for (const { file, rule } of rules) {
    const unknown = rule.sources.find((key) => !sources.has(key));
    const reason = byId.has(rule.id)
      ? "there are two of it"
      : unknown !== undefined
        ? `there is no source ${unknown}`
        : rule.mode === "prompt" && rule.question === undefined
          ? "a prompt has a question"
          : null;
    if (reason !== null) throw new Fault({ code: "data-invalid", file, where: rule.id, reason });
    byId.set(rule.id, rule);
  }
  const ordered = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    rules: ordered,
    byId,
    sources,
    hash: sha256(canonicalJson({ rules: ordered, sources: all } as unknown as Json)),
  };
}

const FILES = { d1, d2, d3, d4, d5, d6, d7 };
const bundled = readRules(
  Object.entries(FILES).map(([name, value]) => ({ file: `data/redflags/${name}`, value })),
  sourcesFile,
);

/** The rules that ship with Sluice. */
export function bundledRules(): RuleBook {
  return bundled;
}

/** A rule that is known to be there. */
export function ruleOf(book: RuleBook, id: string): Rule {
  return must(book.byId.get(id), `there is a rule ${id}`);
}

/** True where the rule is applied on the day (YYYY-MM-DD). */
export function ruleInForce({ inForce }: Rule, day: string): boolean {
  return (inForce.from === null || day >= inForce.from) && (inForce.until === null || day < inForce.until);
}

/** The day on which an indicator first stood in a text of its sources; null where none of them has a day. */
export function publishedOn(book: RuleBook, rule: Rule): string | null {
  return rule.sources.flatMap((key) => book.sources.get(key)?.publishedOn ?? []).sort()[0] ?? null;
}

/**
 * A template with its values filled in: `{count}` by the value, `{count:login|logins}` by the value with the word that goes
 * with it, the first for one. What has no value stays visible as `?`.
 */
export function fillIn(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(
    /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g,
    (_, name: string, one: string | undefined, many: string | undefined) => {
      const value = String(values[name] ?? "?");
      return one === undefined ? value : `${value} ${value === "1" ? one : many}`;
    },
  );
}
