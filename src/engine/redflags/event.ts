import { z } from "zod";
import { Fault } from "../../fault.ts";
import { tryParse } from "../../parse.ts";
import { daySchema } from "../day.ts";

/** Bounds of one event; real ones of every format that is read are far below them. */
export const EVENT_LIMITS = {
  /** A profile's summary or a long message. */
  textCharsMax: 20_000,
  /** Ids, names, addresses, hosts. */
  wordsCharsMax: 500,
  /** Values of one kind in one event: a résumé's jobs, an endpoint's programs. */
  valuesMax: 200,
  /** Events before this year are a clock that was never set. */
  yearMin: 1990,
  /** A clock that runs ahead is off by hours; what lies further in the future is refused. */
  aheadMsMax: 86_400_000,
  /** A session is followed for so long; a longer one is a token that was never ended. */
  sessionHoursMax: 72,
} as const;

const words = z.string().min(1).max(EVENT_LIMITS.wordsCharsMax);
const text = z.string().max(EVENT_LIMITS.textCharsMax);
const country = z.string().regex(/^[A-Z]{2}$/, "a country is two capital letters (ISO 3166-1), such as KR");
const count = z.int().min(0).max(1_000_000_000);
const instant = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/,
    "an instant with its offset, such as 2018-09-12T08:30:00Z",
  )
  .refine((value) => Number.isFinite(Date.parse(value)), "an instant that exists");
const many = <T extends z.ZodType>(item: T) =>
  z.array(item).max(EVENT_LIMITS.valuesMax).readonly().exactOptional();
const offset = z.int().min(-720).max(840).describe("Minutes east of UTC");
/** An exact amount in the currency's unit: `1250` or `1250.75`. */
const amount = z.string().regex(/^\d{1,15}(\.\d{1,6})?$/, "an amount such as 1250 or 1250.75");
const currency = z.string().regex(/^[A-Z0-9]{3,10}$/, "a currency's code, such as USD or USDT");
const hash = z.string().regex(/^[0-9a-f]{16,128}$/, "a hash in lower-case hexadecimal digits");

const base = { id: words, at: instant };
const ofAccount = { ...base, account: words };

const documentSchema = z
  .strictObject({
    kind: words,
    /** The state that issued it. */
    issuer: country.exactOptional(),
    number: words.exactOptional(),
    name: words.exactOptional(),
    imageHash: hash.exactOptional(),
    /** The shorter side of the picture. */
    imagePixels: count.exactOptional(),
    check: z.enum(["passed", "failed", "edited"]).exactOptional(),
    checkDigits: z.enum(["right", "wrong"]).exactOptional(),
    address: words.exactOptional(),
  })
  .readonly();

const payoutAccountSchema = z
  .strictObject({
    account: words,
    holder: words.exactOptional(),
    rail: words.exactOptional(),
    country: country.exactOptional(),
    bank: z.enum(["bank", "neobank", "money-service", "exchange"]).exactOptional(),
    routing: z.enum(["matches", "differs"]).exactOptional(),
    /** A processor's own account through which all its customers are paid: shared by design. */
    pooled: z.boolean().exactOptional(),
  })
  .readonly();

const jobSchema = z
  .strictObject({
    employer: words.exactOptional(),
    country: country.exactOptional(),
    technology: words.exactOptional(),
    technologyReleasedOn: daySchema.exactOptional(),
    from: daySchema.exactOptional(),
    until: daySchema.exactOptional(),
    fullTime: z.boolean().exactOptional(),
  })
  .readonly();

const referenceSchema = z
  .strictObject({
    name: words.exactOptional(),
    phone: words.exactOptional(),
    email: words.exactOptional(),
    device: words.exactOptional(),
    domainRegisteredOn: daySchema.exactOptional(),
  })
  .readonly();

const profileSchema = z
  .strictObject({
    url: words,
    name: words.exactOptional(),
    works: z.boolean().exactOptional(),
    pages: count.exactOptional(),
    domainRegisteredOn: daySchema.exactOptional(),
    pictureHash: hash.exactOptional(),
  })
  .readonly();

const account = z.strictObject({
  ...ofAccount,
  kind: z.literal("account"),
  platform: words.exactOptional(),
  role: z.enum(["developer", "client", "employee", "candidate"]).exactOptional(),
  createdAt: instant.exactOptional(),
  hiredOn: daySchema.exactOptional(),
  channel: z.enum(["direct", "agency"]).exactOptional(),
  backgroundCheck: z.boolean().exactOptional(),
  claimedCountry: country.exactOptional(),
  utcOffsetMinutes: offset.exactOptional(),
  names: many(words),
  handles: many(words),
  emails: many(words),
  phones: many(
    z
      .strictObject({ number: words, type: z.enum(["mobile", "landline", "voip"]).exactOptional() })
      .readonly(),
  ),
  addresses: many(words),
  documents: many(documentSchema),
  payoutAccounts: many(payoutAccountSchema),
  education: many(
    z.strictObject({ country: country.exactOptional(), school: words.exactOptional() }).readonly(),
  ),
  jobs: many(jobSchema),
  profiles: many(profileSchema),
  references: many(referenceSchema),
  /** A hash of the picture's light and dark (pHash, 64 bits): whether two accounts use one picture, not who is on it. */
  photoHash: z
    .string()
    .regex(/^[0-9a-f]{16}$/, "a perceptual hash of 16 hexadecimal digits")
    .exactOptional(),
  photoKind: z.enum(["own", "stock", "generated"]).exactOptional(),
  resume: text.exactOptional(),
  /** Whether the identity is who it says, by a bureau or the issuing authority. */
  identityCheck: z.enum(["passed", "failed"]).exactOptional(),
  referredBy: words.exactOptional(),
  offer: z.strictObject({ amount, market: amount, negotiated: z.boolean() }).readonly().exactOptional(),
});

const login = z.strictObject({
  ...ofAccount,
  kind: z.literal("login"),
  ip: words.max(64),
  asName: words.exactOptional(),
  country: country.exactOptional(),
  place: words.exactOptional(),
  latitude: z.number().min(-90).max(90).exactOptional(),
  longitude: z.number().min(-180).max(180).exactOptional(),
  addressType: z
    .enum(["residential", "corporate", "mobile", "hosting", "vpn", "proxy", "tor"])
    .exactOptional(),
  /** A named service that hides the address: `Astrill`. */
  service: words.exactOptional(),
  device: words.exactOptional(),
  ports: many(z.int().min(1).max(65_535)),
  utcOffsetMinutes: offset.exactOptional(),
  locale: words.max(35).exactOptional(),
  keyboard: words.max(60).exactOptional(),
  /** A hash of the session's token. */
  session: words.exactOptional(),
  /** When the session ended. */
  until: instant.exactOptional(),
});

const bid = z.strictObject({
  ...ofAccount,
  kind: z.literal("bid"),
  text: text.exactOptional(),
  accepted: z.boolean().exactOptional(),
});

const rating = z.strictObject({
  ...ofAccount,
  kind: z.literal("rating"),
  /** The account that gave it. */
  from: words,
  score: z.number().min(0).max(5),
  documentHash: hash.exactOptional(),
});

/** What a message is about, as the platform's own classifier or a reader says. */
export const MESSAGE_TOPICS = [
  "prepayment",
  "off-platform",
  "crypto",
  "other-payment-account",
  "cold-contact",
  "subcontract",
  "employment-confirmation",
  "personal-data",
  "threat",
] as const;

const message = z.strictObject({
  ...ofAccount,
  kind: z.literal("message"),
  to: words.exactOptional(),
  text: text.exactOptional(),
  topics: many(z.enum(MESSAGE_TOPICS)),
  beforeContract: z.boolean().exactOptional(),
  senderDomainRegisteredOn: daySchema.exactOptional(),
});

const payment = z.strictObject({
  ...ofAccount,
  kind: z.literal("payment"),
  direction: z.enum(["in", "out"]),
  amount,
  currency,
  /** The other end: an account here, a person or a company. */
  counterparty: words.exactOptional(),
  counterpartyKind: z.enum(["person", "company", "client", "platform"]).exactOptional(),
  rail: words.exactOptional(),
  payoutAccount: words.exactOptional(),
  holder: words.exactOptional(),
  bankCountry: country.exactOptional(),
  wallet: words.exactOptional(),
  contract: words.exactOptional(),
  budgeted: z.boolean().exactOptional(),
});

const wallet = z.strictObject({
  ...ofAccount,
  kind: z.literal("wallet"),
  address: words,
  chain: words.exactOptional(),
  /** The fewest transfers between it and a listed or flagged address, as tracing found. */
  hopsToListed: count.exactOptional(),
  listedAddress: words.exactOptional(),
  through: many(z.enum(["mixer", "bridge", "otc"])),
});

const interview = z.strictObject({
  ...ofAccount,
  kind: z.literal("interview"),
  camera: z.enum(["on", "off"]).exactOptional(),
  cancelled: z.boolean().exactOptional(),
  /** Whether the steps that a changed picture fails were passed: hand before the face, turning the head. */
  liveness: z.enum(["passed", "failed"]).exactOptional(),
  /** Whether who came is who the documents say, as the interviewer found. */
  samePerson: z.boolean().exactOptional(),
  testScore: z.int().min(1).max(5).exactOptional(),
});

/** What people see and no log does: an answer to one of a case's prompts, or an entry in the personnel file. */
const observation = z.strictObject({
  ...ofAccount,
  kind: z.literal("observation"),
  rule: z.string().regex(/^RF-\d{3}$/, "a rule's id, such as RF-061"),
  answer: z.enum(["yes", "no", "unclear"]),
  by: words.exactOptional(),
  words: text.exactOptional(),
});

const shipment = z.strictObject({
  ...ofAccount,
  kind: z.literal("shipment"),
  item: words,
  address: words,
  addressKind: z.enum(["home", "office", "forwarder", "mail-drop", "po-box"]).exactOptional(),
  employer: words.exactOptional(),
  country: country.exactOptional(),
  /** The country that tracking says it went on to. */
  trackedTo: country.exactOptional(),
});

const endpoint = z.strictObject({
  ...ofAccount,
  kind: z.literal("endpoint"),
  device: words,
  software: many(words),
  usbDevices: many(words),
  display: words.exactOptional(),
  ports: many(z.int().min(1).max(65_535)),
  country: country.exactOptional(),
  utcOffsetMinutes: offset.exactOptional(),
  locale: words.max(35).exactOptional(),
  keyboard: words.max(60).exactOptional(),
  callPrograms: count.exactOptional(),
  returnDueOn: daySchema.exactOptional(),
  returnedOn: daySchema.exactOptional(),
});

const repository = z.strictObject({
  ...ofAccount,
  kind: z.literal("repository"),
  repository: words,
  action: z.enum(["found", "cloned", "pushed", "made-public", "member-added", "key-added", "raised-rights"]),
  private: z.boolean().exactOptional(),
  /** True where it went to an account or disk of the person's own. */
  personal: z.boolean().exactOptional(),
  firstCommitAt: instant.exactOptional(),
  copiedFrom: words.exactOptional(),
  authors: many(z.strictObject({ name: words, email: words.exactOptional() }).readonly()),
});

const company = z.strictObject({
  ...ofAccount,
  kind: z.literal("company"),
  name: words,
  names: many(words),
  country: country.exactOptional(),
  registeredOn: daySchema.exactOptional(),
  registrationNumber: words.exactOptional(),
  addresses: many(words),
  phones: many(words),
  emails: many(words),
  websites: many(words),
  /** Whether it is known to do any business. */
  business: z.boolean().exactOptional(),
  sister: words.exactOptional(),
  /** `nationality` is asked for here alone: resolution 2397 names it. */
  people: many(
    z
      .strictObject({
        name: words,
        role: z.enum(["director", "founder", "employee", "owner"]),
        nationality: country.exactOptional(),
        of: words.exactOptional(),
      })
      .readonly(),
  ),
});

/** Every kind of event. None has a place for race, ethnicity, sex, age or looks, and what is unknown is refused. */
export const EVENT_SCHEMAS = {
  account,
  login,
  bid,
  rating,
  message,
  payment,
  wallet,
  interview,
  observation,
  shipment,
  endpoint,
  repository,
  company,
} as const;

export const eventSchema = z.discriminatedUnion("kind", [
  account,
  login,
  bid,
  rating,
  message,
  payment,
  wallet,
  interview,
  observation,
  shipment,
  endpoint,
  repository,
  company,
]);

/** Something that an account did, or that became known of it. `at` is an instant with its offset. */
export type WorkerEvent = z.infer<typeof eventSchema>;
export type EventKind = WorkerEvent["kind"];
export type EventOf<K extends EventKind> = Extract<WorkerEvent, { readonly kind: K }>;

/** Where an event stands, for the words of a fault. */
export type EventPlace = { readonly file: string; readonly where: string };

const WHOLE_EVENT = "the event";

/**
 * An event as it came from outside. `now` is milliseconds since 1970: what lies more than a day after it is refused, as
 * is what lies before 1990. Throws `input-invalid`.
 */
export function parseEvent(value: unknown, place: EventPlace, now: number): WorkerEvent {
  const parsed = tryParse(eventSchema, value, WHOLE_EVENT);
  if (parsed.problem !== null) {
    const { where, reason } = parsed.problem;
    const of = where === WHOLE_EVENT ? "" : `${where}: `;
    throw new Fault({ code: "input-invalid", ...place, reason: of + reason });
  }
  const problem = timeProblem(parsed.data, now);
  if (problem !== null) throw new Fault({ code: "input-invalid", ...place, reason: problem });
  return parsed.data;
}

function timeProblem(event: WorkerEvent, now: number): string | null {
  const at = Date.parse(event.at);
  if (at > now + EVENT_LIMITS.aheadMsMax) return `at: ${event.at} lies in the future`;
  if (at < Date.UTC(EVENT_LIMITS.yearMin, 0)) return `at: ${event.at} lies before ${EVENT_LIMITS.yearMin}`;
  if (event.kind === "login" && event.until !== undefined && Date.parse(event.until) < at)
    return `until: the session ends at ${event.until}, before it begins at ${event.at}`;
  const inverted =
    event.kind === "account"
      ? event.jobs?.find(({ from, until }) => from !== undefined && until !== undefined && until < from)
      : undefined;
  if (inverted !== undefined)
    return `jobs: a job ends on ${inverted.until}, before it begins on ${inverted.from}`;
  return null;
}
