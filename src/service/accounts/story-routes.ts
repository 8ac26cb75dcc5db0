import { z } from "zod";
import { Fault } from "../../fault.ts";
import type { Accounts } from "../../platform/auth/accounts.ts";
import type { Routes } from "../../platform/http/routes.ts";
import { callerOf } from "./caller.ts";
import { makeStoryOrganization } from "./story-organization.ts";

/** An organisation of its own for the story of 2019; closed where the service makes no demonstrations. */
export function storyRoutes(accounts: Accounts, allowsDemo: boolean): Routes {
  return (api) => {
    api.route({
      method: "POST",
      url: "/api/v1/story-organizations",
      schema: {
        summary:
          "Make the throw-away organisation in which the story of 2019 is told, with a link for each of its persons",
        tags: ["Accounts"],
        response: {
          201: z.object({
            id: z.string(),
            name: z.string(),
            people: z
              .array(
                z
                  .object({
                    part: z.enum(["applicant", "reviewer", "countersigner"]),
                    url: z.string().describe("A link that opens once"),
                  })
                  .readonly(),
              )
              .readonly(),
          }),
        },
      },
      config: { permission: "waivers.write" },
      handler: async (request, reply) => {
        if (!allowsDemo)
          throw new Fault({
            code: "rule-broken",
            rule: "demo-off",
            reason: "this service makes no demonstrations (SLUICE_DEMO is false), and so tells no story",
          });
        return reply.code(201).send(await makeStoryOrganization(accounts, callerOf(request).organizationId));
      },
    });
  };
}
