/** Every way in which Sluice refuses to go on, with the facts of each: the message is derived from them. */
export type FaultDetails =
  | {
      readonly code: "list-unreadable";
      readonly format: string;
      readonly file: string;
      readonly where: string;
      readonly reason: string;
    }
  | { readonly code: "list-refused"; readonly list: string; readonly file: string; readonly reason: string }
  | {
      readonly code: "limit-exceeded";
      readonly limit: string;
      readonly allowed: number;
      readonly where: string;
    }
  | { readonly code: "snapshot-damaged"; readonly file: string; readonly reason: string }
  | { readonly code: "edition-unavailable"; readonly list: string; readonly reason: string }
  | { readonly code: "fetch-failed"; readonly url: string; readonly reason: string }
  | { readonly code: "input-invalid"; readonly file: string; readonly where: string; readonly reason: string }
  | { readonly code: "data-invalid"; readonly file: string; readonly where: string; readonly reason: string }
  | { readonly code: "database-unavailable"; readonly reason: string }
  | { readonly code: "migration-refused"; readonly file: string; readonly reason: string }
  | { readonly code: "not-found"; readonly what: string; readonly id: string }
  | { readonly code: "erased"; readonly what: string; readonly by: number }
  | { readonly code: "conflict"; readonly what: string; readonly reason: string }
  | { readonly code: "changed-meanwhile"; readonly what: string; readonly now: string }
  | { readonly code: "rule-broken"; readonly rule: string; readonly reason: string }
  | { readonly code: "password-refused"; readonly reason: string }
  | { readonly code: "link-invalid" }
  | { readonly code: "credentials-refused"; readonly reason: string }
  | { readonly code: "forbidden"; readonly permission: string }
  | { readonly code: "origin-refused"; readonly origin: string }
  | { readonly code: "usage"; readonly reason: string };

export type FaultCode = FaultDetails["code"];

function describe(details: FaultDetails): string {
  switch (details.code) {
    case "list-unreadable":
      return `${details.file}: ${details.where}: ${details.reason} (read as ${details.format})`;
    case "list-refused":
      return `${details.list}: edition ${details.file} is refused: ${details.reason}`;
    case "limit-exceeded":
      return `${details.where}: more than ${details.allowed} (limit ${details.limit})`;
    case "snapshot-damaged":
      return `${details.file}: not a whole snapshot: ${details.reason}`;
    case "edition-unavailable":
      return `${details.list}: no edition: ${details.reason}`;
    case "fetch-failed":
      return `${details.url}: ${details.reason}`;
    case "input-invalid":
    case "data-invalid":
      return `${details.file}: ${details.where}: ${details.reason}`;
    case "database-unavailable":
      return `the database is not available: ${details.reason}`;
    case "migration-refused":
      return `${details.file}: ${details.reason}`;
    case "not-found":
      return `there is no ${details.what} ${details.id}`;
    case "erased":
      return `what ${details.what} said was erased; receipt ${details.by} of the log says by whom and why`;
    case "conflict":
      return `${details.what}: ${details.reason}`;
    case "changed-meanwhile":
      return `${details.what} was changed by someone else; it is now ${details.now}`;
    case "rule-broken":
      return details.reason;
    case "password-refused":
    case "credentials-refused":
      return details.reason;
    case "link-invalid":
      return "this link was used, has expired or was withdrawn; ask for a new one";
    case "forbidden":
      return `This needs the permission ${details.permission}.`;
    case "origin-refused":
      return `a request with a session's cookie came from ${details.origin}, not from this service's own pages`;
    case "usage":
      return details.reason;
  }
}

/** A failure that is nobody's bug: bad input, a damaged file, an unreachable publisher. Carries typed details and a cause. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly details: FaultDetails;

  constructor(details: FaultDetails, cause?: unknown) {
    super(describe(details), cause === undefined ? undefined : { cause });
    this.details = details;
  }

  get code(): FaultCode {
    return this.details.code;
  }
}

/** States what the code relies on; a false one is a bug, not an input error. */
export function assert(condition: unknown, statement: string): asserts condition {
  if (!condition) throw new Error(`bug: ${statement}`);
}

/** The value, where the code knows that there is one; its absence is a bug. */
export function must<T>(value: T | null | undefined, statement: string): T {
  assert(value !== null && value !== undefined, statement);
  return value;
}
