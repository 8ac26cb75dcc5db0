import { z } from "zod";
import { KEY_DAYS_MAX } from "../../platform/auth/keys.ts";
import { PASSWORD_CHARS_MAX } from "../../platform/auth/password.ts";
import { KEY_PERMISSIONS, PERMISSIONS, ROLES } from "../../platform/auth/permission.ts";

const NAME_CHARS_MAX = 200;
/** RFC 5321: the longest address that mail can carry. */
const EMAIL_CHARS_MAX = 254;

const name = z
  .string()
  .trim()
  .min(1)
  .max(NAME_CHARS_MAX)
  // A name is shown in tables and mails: no line breaks, no characters that turn the writing direction.
  .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, "holds characters that cannot be shown");
const email = z.email().max(EMAIL_CHARS_MAX);
const day = z.iso.datetime();
const role = z.enum(ROLES);
const permission = z.enum(PERMISSIONS);
const id = z.string().min(1).max(64);
const token = z.string().min(1).max(100);
// Its rules are told by the desk, with the reason; here only what is too large to look at.
const password = z
  .string()
  .min(1)
  .max(PASSWORD_CHARS_MAX * 8);

/** A path that names one thing. */
export const ById = z.object({ id });

/** An organisation. */
export const OrganizationMessage = z.object({
  id,
  name: z.string(),
  demo: z
    .boolean()
    .describe("made at the first start to be looked at; sluice demo-data remove throws it away"),
  story: z
    .boolean()
    .describe("made for the telling of the story of 2019, and thrown away as a demonstration is"),
  createdAt: day,
});

/** The name of an organisation that is made or renamed. */
export const OrganizationNaming = z.object({ name });

/** Who is signed in, and where. */
export const SessionMessage = z.object({
  kind: z.enum(["person", "key"]),
  id,
  name: z.string(),
  email: z.string().nullable(),
  secondFactor: z.boolean().nullable().describe("whether a second factor is set up; null for a key"),
  role: role.nullable().describe("null for a key: it has the permissions that it was given"),
  permissions: z.array(permission),
  organization: OrganizationMessage,
  organizations: z.array(OrganizationMessage.extend({ role })).describe("all that a person belongs to"),
});

/** The organisation that the session goes on to work in. */
export const OrganizationChoice = z.object({ organizationId: id });

/** A person of the organisation. */
export const PersonMessage = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role,
  secondFactor: z.boolean().describe("has an authenticator or a passkey"),
  joinedAt: day,
});

/** What can be changed about a person. */
export const PersonChange = z.object({ role });

/** Somebody who shall join. */
export const InvitationRequest = z.object({ email, role });

/** An invitation that is open. */
export const InvitationMessage = z.object({ id, email: z.string(), role, createdAt: day, expiresAt: day });

/** A link that opens once: it is shown here and never again. */
export const IssuedLinkMessage = z.object({
  id,
  url: z.string().describe("hand it to the person; it opens once"),
  expiresAt: day,
});

/** The token of a link. */
export const LinkToken = z.object({ token });

/** What a link is for. */
export const LinkMessage = z.object({
  purpose: z.enum(["first-owner", "invitation", "new-password"]),
  organizationName: z.string().nullable(),
  email: z.string().nullable(),
  role: role.nullable(),
  expiresAt: day,
});

/** What somebody fills in who uses a link. */
export const LinkUse = z.object({
  token,
  name: name.optional(),
  email: email.optional(),
  organizationName: name.optional(),
  password: password.optional().describe("left out by a person who is signed in and accepts an invitation"),
});

/** Where a used link led. */
export const LinkUsedMessage = z.object({ userId: id, email: z.string(), organizationId: id });

/** A key that shall be made. */
export const KeyRequest = z.object({
  name,
  permissions: z.array(z.enum(KEY_PERMISSIONS)).min(1).max(KEY_PERMISSIONS.length),
  days: z.int().min(1).max(KEY_DAYS_MAX).default(90).describe("how long it opens"),
});

/** A key without its text. */
export const KeyMessage = z.object({
  id,
  name: z.string(),
  start: z.string().describe("its first characters"),
  permissions: z.array(permission),
  createdBy: id,
  createdAt: day,
  expiresAt: day,
  lastUsedAt: day.nullable().describe("to within ten seconds"),
  lastUsedFrom: z.string().nullable(),
  revokedAt: day.nullable(),
});

/** A key with its text: shown here and never again. */
export const NewKeyMessage = KeyMessage.extend({ key: z.string() });

/** What roles there are, and what each and a key may do. */
export const RolesMessage = z.object({
  roles: z.array(z.object({ role, permissions: z.array(permission) })),
  keyPermissions: z.array(permission),
});

/** How one can sign in here. */
export const SignInWaysMessage = z.object({
  password: z.literal(true),
  passkey: z.literal(true),
  identityProvider: z.object({ id: z.string(), name: z.string() }).nullable(),
});
