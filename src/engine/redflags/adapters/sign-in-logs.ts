import {
  type Adapted,
  type Adapter,
  compact,
  countryOf,
  type ForeignRecord,
  idOf,
  instantOf,
  memberOf,
  numberOf,
  textOf,
} from "./adapter.ts";

const failed: Adapted = { passedOver: "a sign-in that failed" };
const other: Adapted = { passedOver: "not a sign-in" };

const login = (
  record: ForeignRecord,
  id: string | undefined,
  facts: Readonly<Record<string, unknown>>,
): Adapted => ({
  events: [compact({ kind: "login", id: idOf(record, id), ...facts })],
});

const OKTA_SIGN_INS: ReadonlySet<string> = new Set([
  "user.session.start",
  "user.authentication.sso",
  "user.authentication.auth_via_mfa",
]);

/** Okta's System Log (LogEvent objects). */
export const okta: Adapter = {
  name: "okta",
  matches: (record) =>
    typeof record.eventType === "string" &&
    memberOf(record, "actor", "alternateId") !== undefined &&
    record.published !== undefined,
  read: (record) => {
    if (!OKTA_SIGN_INS.has(textOf(record, "eventType") ?? "")) return other;
    if ((textOf(record, "outcome", "result") ?? "SUCCESS") !== "SUCCESS") return failed;
    const place = ["client", "geographicalContext"];
    const proxy = memberOf(record, "securityContext", "isProxy") === true;
    return login(record, textOf(record, "uuid"), {
      account: textOf(record, "actor", "alternateId"),
      at: instantOf(record.published),
      ip: textOf(record, "client", "ipAddress"),
      country: countryOf(textOf(record, ...place, "country")),
      place: textOf(record, ...place, "city"),
      latitude: numberOf(record, ...place, "geolocation", "lat"),
      longitude: numberOf(record, ...place, "geolocation", "lon"),
      asName: textOf(record, "securityContext", "asOrg"),
      addressType: proxy ? "proxy" : undefined,
      device: textOf(record, "device", "id") ?? textOf(record, "debugContext", "debugData", "dtHash"),
      session: textOf(record, "authenticationContext", "externalSessionId"),
    });
  },
};

/** Where Entra's facts stand: in Microsoft Graph's `signIn` at the top, in Azure Monitor's records under `properties`. */
const entraFacts = (record: ForeignRecord): ForeignRecord => {
  const { properties } = record;
  return properties !== null && typeof properties === "object" ? (properties as ForeignRecord) : record;
};

/** Microsoft Entra sign-in logs, from Microsoft Graph or from Azure Monitor. */
export const entra: Adapter = {
  name: "entra",
  matches: (record) =>
    /SignInLogs$/i.test(textOf(record, "category") ?? "") ||
    (record.userPrincipalName !== undefined && record.createdDateTime !== undefined),
  read: (record) => {
    const facts = entraFacts(record);
    const account = textOf(facts, "userPrincipalName") ?? textOf(facts, "userId");
    if (account === undefined) return { passedOver: "a sign-in of a program, not of a person" };
    const error = numberOf(facts, "status", "errorCode") ?? 0;
    if (error !== 0 || /fail/i.test(textOf(record, "resultType") ?? "")) return failed;
    const [latitude, longitude] = [
      numberOf(facts, "location", "geoCoordinates", "latitude"),
      numberOf(facts, "location", "geoCoordinates", "longitude"),
    ];
    return login(record, textOf(facts, "id") ?? textOf(record, "correlationId"), {
      account,
      at: instantOf(facts.createdDateTime ?? record.time),
      ip: textOf(facts, "ipAddress") ?? textOf(record, "callerIpAddress"),
      country: countryOf(textOf(facts, "location", "countryOrRegion")),
      place: textOf(facts, "location", "city"),
      latitude,
      longitude,
      device: textOf(facts, "deviceDetail", "deviceId"),
      session: textOf(facts, "sessionId"),
    });
  },
};

/** Google Workspace's activity of the login application (`admin#reports#activity`). */
export const google: Adapter = {
  name: "google",
  matches: (record) => typeof memberOf(record, "id", "applicationName") === "string",
  read: (record) => {
    const names = Array.isArray(record.events)
      ? record.events.map((event) => textOf(event, "name"))
      : [textOf(record, "name")];
    if (!names.includes("login_success") && !names.includes("suspicious_login")) return other;
    return login(record, textOf(record, "id", "uniqueQualifier"), {
      account: textOf(record, "actor", "email"),
      at: instantOf(memberOf(record, "id", "time")),
      ip: textOf(record, "ipAddress"),
      country: countryOf(textOf(record, "networkInfo", "regionCode")),
    });
  },
};

const GITHUB_ACTIONS: Readonly<Record<string, string>> = {
  "git.clone": "cloned",
  "git.push": "pushed",
  "repo.access": "made-public",
  "repo.add_member": "member-added",
  "org.add_member": "member-added",
  "public_key.create": "key-added",
  "deploy_key.create": "key-added",
  "org.update_member": "raised-rights",
};

/** GitHub's audit log (organization and enterprise, Git events among them). */
export const github: Adapter = {
  name: "github",
  matches: (record) =>
    typeof record.action === "string" &&
    record.actor !== undefined &&
    (record.org !== undefined || record.repo !== undefined || record.business !== undefined),
  read: (record) => {
    const action = GITHUB_ACTIONS[textOf(record, "action") ?? ""];
    if (action === undefined) return { passedOver: "an action that no rule asks for" };
    if (textOf(record, "actor") === undefined) return { passedOver: "an action of nobody" };
    if (action === "made-public" && !/public/.test(textOf(record, "visibility") ?? ""))
      return { passedOver: "a change of access that opened nothing" };
    const open = memberOf(record, "repository_public") ?? memberOf(record, "public_repo");
    return {
      events: [
        compact({
          kind: "repository",
          id: idOf(record, textOf(record, "_document_id")),
          account: textOf(record, "actor"),
          at: instantOf(record["@timestamp"] ?? record.created_at ?? record.at_sign_timestamp),
          repository: textOf(record, "repo") ?? textOf(record, "repository") ?? textOf(record, "org"),
          action,
          private: typeof open === "boolean" ? !open : undefined,
        }),
      ],
    };
  },
};
