import pino, { type DestinationStream, type Logger } from "pino";

/** Keys under which secrets and personal data travel; whatever stands there is not written. */
const REDACTED = [
  "password",
  "token",
  "secret",
  "cookie",
  "authorization",
  "apiKey",
  "key",
  "email",
  "name",
  "names",
  "birthDate",
  "properties",
  "subject",
  "transaction",
  "body",
  "query",
  "url",
];

function paths(): string[] {
  return REDACTED.flatMap((key) => [
    key,
    `*.${key}`,
    `*.*.${key}`,
    `req.headers.${key}`,
    `headers["${key}"]`,
  ]);
}

/** A log of JSON lines, without secrets and without what is known of anybody. */
export function createLog(level: string, stream: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: paths(), censor: "[redacted]" },
      serializers: { err: describeError, req: () => undefined, res: () => undefined },
    },
    stream,
  );
}

/** An error as its kind, its code and its stack; the facts of a fault may be personal data and stay out. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return { type: error.name, code, message: error.message, stack: error.stack };
}
