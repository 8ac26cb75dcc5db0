import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { createSluiceClient, type SluiceClient } from "../client/client.ts";
import type { components } from "../client/schema.ts";
import { sayQuantity } from "../engine/waivers/amount.ts";
import { Fault } from "../fault.ts";
import { type Context, type Given, usageFault } from "./command.ts";
import { jsonLine } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { paint, paragraph } from "./terminal.ts";

/** A service that already runs, and the key to ask it with. */
export type Remote = { readonly url: string; readonly key: string; readonly client: SluiceClient };

/** As large as the service takes a usage file. */
const USAGE_BYTES_MAX = 10 * 1024 * 1024;
const PAGE = 200;

/** The service named by `--url`; its key stands in the environment, so that no list of processes shows it. Throws `usage`. */
export function remoteOf(given: Given): Remote | null {
  const url = given.value("url");
  if (url === null) return null;
  if (!/^https?:\/\//.test(url)) throw usageFault(`--url is no address: ${url}`);
  const key = process.env.SLUICE_KEY ?? "";
  if (key === "") throw usageFault("--url needs an API key in the environment variable SLUICE_KEY");
  return { url, key, client: createSluiceClient({ url, key }) };
}

function remoteOrFault(given: Given, part: string): Remote {
  const remote = remoteOf(given);
  if (remote === null) throw usageFault(`waivers ${part} needs --url URL`);
  return remote;
}

/** The body of an answer. Throws `fetch-failed` with what the service said where it refused. */
export async function bodyOf<T>(
  called: Promise<{ readonly data?: T; readonly error?: unknown; readonly response: Response }>,
  url: string,
): Promise<NonNullable<T>> {
  const { data, error, response } = await called.catch((cause: unknown) => {
    throw new Fault(
      { code: "fetch-failed", url, reason: cause instanceof Error ? cause.message : String(cause) },
      { cause },
    );
  });
  if (response.ok && data !== undefined && data !== null) return data;
  const said: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, "detail") : undefined;
  const reason = typeof said === "string" ? said : `it answered with ${response.status}`;
  throw new Fault({ code: "fetch-failed", url, reason });
}

type Row = components["schemas"]["WaiverRow"];

async function waiverNamed({ client, url }: Remote, name: string): Promise<Row> {
  for (let cursor: string | undefined; ; ) {
    const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const { items, next } = await bodyOf(client.GET("/api/v1/waivers", { params: { query } }), url);
    const found = items.find(({ id, reference }) => id === name || reference === name);
    if (found !== undefined) return found;
    if (next === null) throw new Fault({ code: "not-found", what: "waiver", id: name });
    cursor = next;
  }
}

/** What is left of a waiver of a running service, and the entries of its ledger. Ends with 0 where it is in force. */
export async function showLedger({ terminal }: Context, given: Given): Promise<number> {
  const [, name, ...others] = given.positionals;
  if (name === undefined || others.length > 0) throw usageFault("waivers ledger needs one WAIVER");
  const remote = remoteOrFault(given, "ledger");
  const waiver = await waiverNamed(remote, name);
  const params = { path: { id: waiver.id }, query: { limit: PAGE } };
  const { items } = await bodyOf(remote.client.GET("/api/v1/waivers/{id}/ledger", { params }), remote.url);
  const code = waiver.standing === "in-force" ? EXIT.clear : EXIT.prohibited;
  if (given.has("json")) {
    await terminal.write(jsonLine({ waiver, entries: items }));
    return code;
  }
  const text = [
    `${paint(terminal, "bold", `${waiver.reference}: ${waiver.standing}`)}\n`,
    ...waiver.reasons.map((words) => paragraph(terminal, { mark: "  - ", text: words })),
    ...waiver.lines.map(({ line, item, allowed, used, reserved, left }) =>
      paragraph(terminal, {
        mark: `  ${line.padEnd(4)}`,
        text: `${item}: ${sayQuantity(left)} left of ${sayQuantity(allowed)}; ${sayQuantity(used)} drawn, ${sayQuantity(reserved)} reserved`,
      }),
    ),
    "\n",
    ...items.map(({ sequence, at, kind, reference, lines, reason }) =>
      paragraph(terminal, {
        mark: `  ${String(sequence).padStart(5)}  ${at.slice(0, 16).replace("T", " ")}  `,
        text: `${kind} ${reference}: ${lines.map((one) => `line ${one.line}, ${sayQuantity(one.quantity)}`).join("; ")}${reason === null ? "" : ` (${reason})`}`,
      }),
    ),
  ];
  await terminal.write(text.join(""));
  return code;
}

/** Compares an authority's or customs' usage file with the ledgers of a running service. Ends with 0 where they agree. */
export async function reconcileFile({ terminal }: Context, given: Given): Promise<number> {
  const [, file, ...others] = given.positionals;
  if (file === undefined || others.length > 0) throw usageFault("waivers reconcile needs one FILE");
  const remote = remoteOrFault(given, "reconcile");
  if ((await stat(file)).size > USAGE_BYTES_MAX) {
    const limit = { code: "limit-exceeded", limit: "usageBytesMax", allowed: USAGE_BYTES_MAX } as const;
    throw new Fault({ ...limit, where: file });
  }
  const bytes = await readFile(file);
  const asked = remote.client.POST("/api/v1/waiver-reconciliations", {
    params: { query: { name: basename(file) } },
    headers: { "content-type": "text/csv" },
    bodySerializer: () => bytes,
    body: bytes as never,
  });
  const { agrees, lines, problems } = await bodyOf(asked, remote.url);
  const code = agrees ? EXIT.clear : EXIT.prohibited;
  if (given.has("json")) {
    await terminal.write(jsonLine({ agrees, lines, problems }));
    return code;
  }
  const said = agrees ? paint(terminal, "green", "THEY AGREE") : paint(terminal, "red", "THEY DIFFER");
  await terminal.write(
    [
      `${paint(terminal, "bold", said)}\n`,
      ...lines.map(({ licence, line, kind, words }) =>
        paragraph(terminal, { mark: `  ${kind.padEnd(15)} `, text: `${licence}, line ${line}: ${words}` }),
      ),
      ...problems.map(({ row, problem }) => paragraph(terminal, { mark: `  row ${row}  `, text: problem })),
    ].join(""),
  );
  return code;
}
