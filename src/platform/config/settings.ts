import {
  logLevel,
  oneOf,
  type Setting,
  text,
  truth,
  webAddress,
  wholeNumber,
  word,
  words,
} from "./setting.ts";

function setting<const T>(one: Setting<T>): Setting<T> {
  return one;
}

/** Everything that the service can be told. `docs/running.md` shows this table. */
export const SETTINGS = {
  host: setting({
    names: ["SLUICE_HOST", "YENTE_HOST"],
    words: "Address to listen on",
    schema: text,
    usual: "127.0.0.1",
  }),
  port: setting({
    names: ["SLUICE_PORT", "YENTE_PORT", "PORT"],
    words: "Port to listen on; 0 for any that is free",
    schema: wholeNumber(0, 65_535),
    usual: 8000,
  }),
  publicUrl: setting({
    names: ["SLUICE_URL"],
    words: "The address under which people and other services reach it, such as https://sluice.example.com",
    schema: webAddress,
    usual: null,
  }),
  dataFolder: setting({
    names: ["SLUICE_DATA", "YENTE_DATA_PATH"],
    words: "Folder of the embedded database and its secrets; by default sluice in the user's data folder",
    schema: text,
    usual: null,
  }),
  homeFolder: setting({
    names: ["SLUICE_HOME"],
    words: "Folder of compiled lists, which can be made again; by default sluice in the user's cache folder",
    schema: text,
    usual: null,
  }),
  database: setting({
    names: ["SLUICE_DATABASE"],
    words:
      "embedded, url (DATABASE_URL), none (nothing is remembered), or auto: url where it is set, none with datasets of one's own, else embedded",
    schema: oneOf(["auto", "embedded", "url", "none"]),
    usual: "auto",
  }),
  databaseUrl: setting({
    names: ["DATABASE_URL"],
    words: "PostgreSQL 17 or later, as its owner: postgres://user:password@host/name",
    schema: text,
    usual: null,
    secret: true,
  }),
  databaseConnections: setting({
    names: ["SLUICE_DATABASE_CONNECTIONS"],
    words: "Most connections to the database per process",
    schema: wholeNumber(2, 500),
    usual: 10,
  }),
  databasePrepares: setting({
    names: ["SLUICE_DATABASE_PREPARES"],
    words:
      "Whether the database keeps the plans of frequent statements: true, false (behind a pooler that forgets them), or auto: true for the embedded one",
    schema: oneOf(["auto", "true", "false"]),
    usual: "auto",
  }),
  datasets: setting({
    names: ["SLUICE_DATASETS"],
    words:
      "Datasets served instead of the lists: name=path-or-address of FollowTheMoney lines, with commas between",
    schema: text,
    usual: null,
  }),
  manifest: setting({
    names: ["SLUICE_MANIFEST", "YENTE_MANIFEST"],
    words: "A yente manifest of datasets served instead of the lists",
    schema: text,
    usual: null,
  }),
  withLists: setting({
    names: ["SLUICE_WITH_LISTS"],
    words: "Serve the bundled lists beside datasets of one's own",
    schema: truth,
    usual: false,
  }),
  updateToken: setting({
    names: ["SLUICE_UPDATE_TOKEN", "YENTE_UPDATE_TOKEN"],
    words: "Who sends it to POST /updatez may have the data read anew; without it nobody may",
    schema: text,
    usual: null,
    secret: true,
  }),
  updateCron: setting({
    names: ["SLUICE_UPDATE_CRON", "YENTE_CRONTAB"],
    words: "When datasets and editions are looked at anew: minute hour day month weekday, in UTC",
    schema: text,
    usual: "0 * * * *",
  }),
  autoUpdate: setting({
    names: ["SLUICE_AUTO_UPDATE", "YENTE_AUTO_REINDEX"],
    words: "Look at them anew by the clock at all",
    schema: truth,
    usual: true,
  }),
  fetchLists: setting({
    names: ["SLUICE_FETCH_LISTS"],
    words: "Fetch newer editions of the lists from their publishers at those times",
    schema: truth,
    usual: false,
  }),
  verifyChecksum: setting({
    names: ["SLUICE_VERIFY_CHECKSUM", "YENTE_VERIFY_CHECKSUM"],
    words: "Refuse a dataset whose SHA-1 is not the one that its publisher states",
    schema: truth,
    usual: true,
  }),
  deltaUpdates: setting({
    names: ["SLUICE_DELTA_UPDATES", "YENTE_DELTA_UPDATES"],
    words: "Fetch what changed in a dataset instead of the whole of it, where its publisher tells it",
    schema: truth,
    usual: true,
  }),
  openMatch: setting({
    names: ["SLUICE_OPEN_MATCH"],
    words:
      "Answer yente's routes without a key: true, false, or auto: only while listening on this machine alone",
    schema: oneOf(["auto", "true", "false"]),
    usual: "auto",
  }),
  threads: setting({
    names: ["SLUICE_THREADS"],
    words: "Threads that screen; 0 for one per processor less one",
    schema: wholeNumber(0, 256),
    usual: 0,
  }),
  waitMsMax: setting({
    names: ["SLUICE_WAIT_MS_MAX"],
    words: "A question that would wait longer than this for a thread is answered 503 at once",
    schema: wholeNumber(1, 60_000),
    usual: 50,
  }),
  ratePerMinute: setting({
    names: ["SLUICE_RATE_PER_MINUTE"],
    words: "Requests per minute from one key or address; 0 for no bound",
    schema: wholeNumber(0, 10_000_000),
    usual: 0,
  }),
  corsOrigins: setting({
    names: ["SLUICE_CORS_ORIGINS"],
    words:
      "Web pages of other origins that may ask our own API; yente's routes are open to all, as yente's are",
    schema: words,
    usual: [],
  }),
  webhooksAllowed: setting({
    names: ["SLUICE_WEBHOOKS_ALLOWED"],
    words:
      "Addresses, networks or names within your own network that webhooks may reach; else public ones over https alone",
    schema: words,
    usual: [],
  }),
  trustProxy: setting({
    names: ["SLUICE_TRUST_PROXY"],
    words: "Proxies in front whose word on the caller's address is taken: addresses with commas between",
    schema: words,
    usual: [],
  }),
  logLevel: setting({
    names: ["SLUICE_LOG_LEVEL", "YENTE_LOG_LEVEL"],
    words: "fatal, error, warn, info, debug, silent, or auto: info, and warn in a terminal",
    schema: logLevel,
    usual: "auto",
  }),
  traceEndpoint: setting({
    names: ["OTEL_EXPORTER_OTLP_ENDPOINT"],
    words: "OpenTelemetry collector (OTLP over http) that traces are sent to",
    schema: webAddress,
    usual: null,
  }),
  metricsToken: setting({
    names: ["SLUICE_METRICS_TOKEN"],
    words: "Bearer token for GET /metrics; without it only this machine may ask",
    schema: text,
    usual: null,
    secret: true,
  }),
  secret: setting({
    names: ["SLUICE_SECRET"],
    words:
      "Key of sessions and of the database roles' passwords; made and kept in the data folder where it is not set",
    schema: text,
    usual: null,
    secret: true,
  }),
  demo: setting({
    names: ["SLUICE_DEMO"],
    words:
      "Make a demonstration organisation at the very first start; sluice demo-data remove throws it away",
    schema: truth,
    usual: true,
  }),
  oidcUrl: setting({
    names: ["SLUICE_OIDC_URL"],
    words:
      "The company's own identity provider (OpenID Connect): its issuer's address; whoever was invited may sign in there",
    schema: webAddress,
    usual: null,
  }),
  oidcClientId: setting({
    names: ["SLUICE_OIDC_CLIENT_ID"],
    words: "Under which id the provider knows this service",
    schema: text,
    usual: null,
  }),
  oidcClientSecret: setting({
    names: ["SLUICE_OIDC_CLIENT_SECRET"],
    words: "And with which secret",
    schema: text,
    usual: null,
    secret: true,
  }),
  oidcName: setting({
    names: ["SLUICE_OIDC_NAME"],
    words: "What the button to sign in there says",
    schema: text,
    usual: "Company account",
  }),
  smtpUrl: setting({
    names: ["SLUICE_SMTP_URL"],
    words:
      "Mail server that reminders are handed to: smtps://user:password@host:465, or smtp://…:587 with STARTTLS; without it no mail leaves",
    schema: text,
    usual: null,
    secret: true,
  }),
  mailFrom: setting({
    names: ["SLUICE_MAIL_FROM"],
    words: "Whom such mail is from, such as Sluice <sluice@example.com>",
    schema: text,
    usual: null,
  }),
  matchPage: setting({
    names: ["YENTE_MATCH_PAGE"],
    words: "Results of /match where the client names no limit",
    schema: wholeNumber(1, 500),
    usual: 5,
  }),
  matchesMax: setting({
    names: ["YENTE_MAX_MATCHES"],
    words: "Most results of /match that a client may ask for",
    schema: wholeNumber(1, 500),
    usual: 500,
  }),
  batchMax: setting({
    names: ["YENTE_MAX_BATCH"],
    words: "Most queries in one request to /match or /reconcile",
    schema: wholeNumber(1, 1_000),
    usual: 100,
  }),
  defaultAlgorithm: setting({
    names: ["YENTE_DEFAULT_ALGORITHM"],
    words: "The algorithm of /match where the client names none",
    schema: word,
    usual: "best",
  }),
  bestAlgorithm: setting({
    names: ["YENTE_BEST_ALGORITHM"],
    words: "The algorithm that best means",
    schema: word,
    usual: "logic-v2",
  }),
  hiddenAlgorithms: setting({
    names: ["YENTE_HIDDEN_ALGORITHMS"],
    words: "Algorithms that /algorithms does not show",
    schema: words,
    usual: [],
  }),
  urlCharsMax: setting({
    names: ["YENTE_MAX_URL_LENGTH"],
    words: "Longest address of a request",
    schema: wholeNumber(1_000, 120_000),
    usual: 60_000,
  }),
} as const;

export type SettingName = keyof typeof SETTINGS;

/** The settings in force. */
export type Config = {
  readonly [K in SettingName]: (typeof SETTINGS)[K] extends Setting<infer T> ? T : never;
};
