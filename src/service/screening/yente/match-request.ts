import type { Example } from "./example.ts";
import { type Complaint, Refusal, unprocessable } from "./refusal.ts";

/** A body of `POST /match`, checked for shape. */
export type MatchRequest = {
  readonly queries: readonly (readonly [name: string, example: Example])[];
  readonly config: readonly string[];
};

/** Deeper JSON is no question about a party. */
const DEPTH_MAX = 32;

type Fields = Readonly<Record<string, unknown>>;
type Place = readonly (string | number)[];

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function missing(loc: Place, input: unknown): Complaint {
  return { type: "missing", loc, msg: "Field required", input };
}

function wrongType(type: string, loc: Place, what: string, input: unknown): Complaint {
  const shown = isObject(input) || Array.isArray(input) ? null : input;
  return { type, loc, msg: `Input should be a valid ${what}`, input: shown };
}

/** How deep the brackets go, without recursion: the parser itself takes any depth. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > DEPTH_MAX) return true;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return false;
}

/** The JSON of a body whatever its content type says. Throws 422 where it is none. */
export function readJsonBody(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(400, "There was an error parsing the body");
  }
  if (text.trim() === "") throw unprocessable([missing(["body"], null)]);
  try {
    if (!isTooDeep(text)) return JSON.parse(text) as unknown;
  } catch {
    // Said below, as for JSON that is nested too deep.
  }
  const complaint = { type: "json_invalid", loc: ["body", 0], msg: "JSON decode error", input: {} };
  throw unprocessable([{ ...complaint, ctx: { error: "not JSON of the usual depth" } }]);
}

function readProperties(value: unknown, loc: Place, complaints: Complaint[]): Example["properties"] {
  if (!isObject(value)) {
    complaints.push(wrongType("dict_type", loc, "dictionary", value));
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([property, given]) => {
      if (given === null) return [];
      if (isObject(given)) {
        complaints.push(wrongType("list_type", [...loc, property], "list", given));
        return [];
      }
      return [[property, Array.isArray(given) ? (given as readonly unknown[]) : [given]]];
    }),
  );
}

function readExample(value: unknown, loc: Place, complaints: Complaint[]): Example {
  const nothing: Example = { id: null, schema: "", properties: {} };
  if (!isObject(value)) {
    complaints.push(
      wrongType("model_attributes_type", loc, "dictionary or object to extract fields from", value),
    );
    return nothing;
  }
  const { id, schema } = value;
  if (id !== undefined && id !== null && typeof id !== "string")
    complaints.push(wrongType("string_type", [...loc, "id"], "string", id));
  if (schema === undefined) complaints.push(missing([...loc, "schema"], null));
  else if (typeof schema !== "string")
    complaints.push(wrongType("string_type", [...loc, "schema"], "string", schema));
  if (value.properties === undefined) complaints.push(missing([...loc, "properties"], null));
  return {
    id: typeof id === "string" ? id : null,
    schema: typeof schema === "string" ? schema : "",
    properties:
      value.properties === undefined
        ? {}
        : readProperties(value.properties, [...loc, "properties"], complaints),
  };
}

function readWeights(value: unknown, complaints: Complaint[]): void {
  if (value === undefined) return;
  if (!isObject(value)) complaints.push(wrongType("dict_type", ["body", "weights"], "dictionary", value));
  else {
    for (const [name, weight] of Object.entries(value))
      if (typeof weight !== "number")
        complaints.push(wrongType("float_type", ["body", "weights", name], "number", weight));
  }
}

function readConfig(value: unknown, complaints: Complaint[]): readonly string[] {
  if (value === undefined) return [];
  if (!isObject(value)) {
    complaints.push(wrongType("dict_type", ["body", "config"], "dictionary", value));
    return [];
  }
  for (const [name, setting] of Object.entries(value))
    if (typeof setting === "object" && setting !== null)
      complaints.push(wrongType("string_type", ["body", "config", name], "string", setting));
  return Object.keys(value);
}

/** The body of a match request. Throws 422 for what is wrong with its shape, 400 for too many queries or none. */
export function readMatchRequest(body: unknown, batchMax: number): MatchRequest {
  if (!isObject(body))
    throw unprocessable([
      wrongType("model_attributes_type", ["body"], "dictionary or object to extract fields from", body),
    ]);
  const complaints: Complaint[] = [];
  readWeights(body.weights, complaints);
  const config = readConfig(body.config, complaints);
  const given = body.queries;
  let queries: MatchRequest["queries"] = [];
  if (given === undefined) complaints.push(missing(["body", "queries"], null));
  else if (!isObject(given))
    complaints.push(wrongType("dict_type", ["body", "queries"], "dictionary", given));
  else {
    const entries = Object.entries(given);
    if (entries.length > batchMax)
      throw new Refusal(400, `Too many queries in one batch (limit: ${batchMax})`);
    queries = entries.map(([name, value]) => [
      name,
      readExample(value, ["body", "queries", name], complaints),
    ]);
  }
  if (complaints.length > 0) throw unprocessable(complaints);
  if (queries.length === 0) throw new Refusal(400, "No queries provided.");
  return { queries, config };
}
