import type { Role } from "./permission.ts";

export type OrganizationRow = {
  id: string;
  name: string;
  demo: boolean;
  created_at: Date;
  /** The organisation that had a story told here, or null. */
  story_of: string | null;
};

export type MembershipRow = { organization_id: string; user_id: string; role: Role; created_at: Date };

export type LinkPurpose = "first-owner" | "invitation" | "new-password";

export type OneTimeLinkRow = {
  id: string;
  purpose: LinkPurpose;
  token_hash: string;
  organization_id: string | null;
  email: string | null;
  role: Role | null;
  user_id: string | null;
  created_by: string | null;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  revoked_at: Date | null;
};

export type ApiKeyRow = {
  id: string;
  organization_id: string;
  name: string;
  key_hash: string;
  start: string;
  permissions: readonly string[];
  created_by: string;
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
  last_used_from: string | null;
  revoked_at: Date | null;
};

type UserRow = {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  twoFactorEnabled: boolean | null;
  createdAt: Date;
  updatedAt: Date;
};

type AccountRow = {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: Date;
  updatedAt: Date;
};

type SessionRow = {
  id: string;
  token: string;
  userId: string;
  expiresAt: Date;
  updatedAt: Date;
  activeOrganizationId: string | null;
};

/** The tables of the schema `auth`, as far as our own code touches them. */
export type AuthTables = {
  "auth.organization": OrganizationRow;
  "auth.membership": MembershipRow;
  "auth.one_time_link": OneTimeLinkRow;
  "auth.api_key": ApiKeyRow;
  "auth.secret_check": { only_row: boolean; fingerprint: string };
  "auth.user": UserRow;
  "auth.account": AccountRow;
  "auth.session": SessionRow;
  "auth.passkey": { id: string; userId: string };
};
