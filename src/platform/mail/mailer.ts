import { isIP } from "node:net";
import { createTransport } from "nodemailer";
import { Fault } from "../../fault.ts";

/** One mail in plain text. `id` is the same however often it is tried: who gets it twice is shown it once. */
export type Mail = {
  readonly id: string;
  readonly to: { readonly name: string; readonly email: string };
  readonly subject: string;
  readonly text: string;
};

/** Sends mail, or throws what the server said. */
export type Mailer = {
  readonly send: (mail: Mail) => Promise<void>;
  readonly close: () => void;
};

/** A server that does not answer holds no job for longer. */
const CONNECT_MS_MAX = 10_000;
const IDLE_MS_MAX = 30_000;
/** One connection is enough for notices, and no server takes it for a flood. */
const CONNECTIONS_MAX = 1;

/** What is said where the address of the server is none. */
function wrong(reason: string): Fault {
  return new Fault({ code: "usage", reason: `SLUICE_SMTP_URL: its value ${reason}` });
}

function isOwnMachine(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "");
  return bare === "localhost" || bare === "::1" || (isIP(bare) === 4 && bare.startsWith("127."));
}

/**
 * The mailer of these settings, or null where none are set: then no mail leaves. A server on another machine is spoken to
 * only over TLS, by `smtps:` from the first byte or by STARTTLS. Throws `usage` where the settings are half set or none.
 */
export function mailerOf(settings: {
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
}): Mailer | null {
  const { smtpUrl, mailFrom } = settings;
  if (smtpUrl === null && mailFrom === null) return null;
  if (smtpUrl === null || mailFrom === null)
    throw new Fault({
      code: "usage",
      reason: "mail needs both SLUICE_SMTP_URL and SLUICE_MAIL_FROM; one of them is not set",
    });
  const url = URL.parse(smtpUrl);
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === "")
    throw wrong("is not smtp://user:password@host:587 or smtps://user:password@host:465");
  const secure = url.protocol === "smtps:";
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !isOwnMachine(url.hostname),
    ...(url.username === ""
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    pool: true,
    maxConnections: CONNECTIONS_MAX,
    connectionTimeout: CONNECT_MS_MAX,
    greetingTimeout: CONNECT_MS_MAX,
    socketTimeout: IDLE_MS_MAX,
    // A mail is made of what is given here: nothing is read from files or fetched for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^@>\s]+)>?\s*$/.exec(mailFrom)?.[1];
  if (domain === undefined)
    throw new Fault({ code: "usage", reason: "SLUICE_MAIL_FROM: its value is no mail address" });
  return {
    send: async ({ id, to, subject, text }) => {
      await transport.sendMail({
        from: mailFrom,
        to: { name: to.name, address: to.email },
        subject,
        text,
        messageId: `<${id}@${domain}>`,
        headers: { "Auto-Submitted": "auto-generated" },
      });
    },
    close: () => transport.close(),
  };
}
