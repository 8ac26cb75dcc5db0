import { Fault } from "../../fault.ts";
import type { Accounts } from "../../platform/auth/accounts.ts";
import { invite } from "../../platform/auth/links.ts";
import type { Role } from "../../platform/auth/permission.ts";
import type { AuthTables } from "../../platform/auth/tables.ts";
import { newId } from "../../platform/database/id.ts";
import { asSystem } from "../../platform/database/tenant.ts";
import { linkUrl } from "./link-page.ts";

/** What it is called, so that everybody sees what it is. */
const STORY_NAME = "Story of the video reunions, 2019 (demonstration)";

/** The persons of the story: who applies, and the two who decide. */
const PEOPLE = {
  applicant: "analyst",
  reviewer: "second-reviewer",
  countersigner: "second-reviewer",
} as const satisfies Readonly<Record<string, Role>>;
const PARTS = ["applicant", "reviewer", "countersigner"] as const;

/** The end of its persons' addresses: a name of which nobody can have mail (RFC 2606). */
export const storyDomain = (organizationId: string): string =>
  `${organizationId.toLowerCase().replaceAll("_", "-")}.story.invalid`;

/** An organisation made for one telling, with a link for each of its persons. */
export type StoryOrganization = {
  readonly id: string;
  readonly name: string;
  readonly people: readonly { readonly part: (typeof PARTS)[number]; readonly url: string }[];
};

/**
 * Makes the organisation in which the story is told for this one. Whoever owns that one owns it too, and finds it beside
 * theirs. Throws `conflict` where it was told already, `rule-broken` in an organisation that is itself a story.
 */
export async function makeStoryOrganization(
  accounts: Accounts,
  tellerId: string,
): Promise<StoryOrganization> {
  const at = accounts.now();
  const id = newId("org");
  await asSystem(accounts.database, async (trx) => {
    const tables = trx.withTables<AuthTables>();
    const teller = await tables
      .selectFrom("auth.organization")
      .select("story_of")
      .where("id", "=", tellerId)
      .executeTakeFirst();
    if (teller === undefined || teller.story_of !== null)
      throw new Fault({ code: "rule-broken", rule: "story-only", reason: "a story tells no other" });
    const made = await tables
      .insertInto("auth.organization")
      .values({ id, name: STORY_NAME, demo: true, created_at: at, story_of: tellerId })
      .onConflict((conflict) => conflict.column("story_of").doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows === 0n) {
      const reason =
        "it was told here already, and is kept; “sluice demo-data remove stories” throws it away, and it can be told anew";
      throw new Fault({ code: "conflict", what: "story", reason });
    }
    await tables
      .insertInto("auth.membership")
      .columns(["organization_id", "user_id", "role", "created_at"])
      .expression((eb) =>
        eb
          .selectFrom("auth.membership")
          .select(({ val, ref }) => [
            val(id).as("organization_id"),
            ref("user_id").as("user_id"),
            ref("role").as("role"),
            val(at).as("created_at"),
          ])
          .where("organization_id", "=", tellerId)
          .where("role", "=", "owner"),
      )
      .execute();
  });
  const people: { readonly part: (typeof PARTS)[number]; readonly url: string }[] = [];
  for (const part of PARTS) {
    const { token } = await invite(accounts.database, {
      organizationId: id,
      email: `${part}@${storyDomain(id)}`,
      role: PEOPLE[part],
      by: { id: "story", role: "owner" },
      at,
    });
    people.push({ part, url: linkUrl(accounts.publicUrl, token) });
  }
  return { id, name: STORY_NAME, people };
}
