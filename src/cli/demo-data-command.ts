import { removeDemoOrganization } from "../service/accounts/demo-organization.ts";
import { openOwned } from "../service/owner.ts";
import { type Command, type Context, type Given, usageFault } from "./command.ts";
import { EXIT } from "./exit-code.ts";
import { configOf, serveCommand } from "./serve-command.ts";

async function run({ terminal }: Context, given: Given): Promise<number> {
  const [act, what, ...others] = given.positionals;
  if (act !== "remove" || others.length > 0 || (what !== undefined && what !== "stories")) {
    throw usageFault("say what to do with it: sluice demo-data remove [stories]");
  }
  const { config } = configOf(given, process.env);
  const owned = await openOwned(config, process.env);
  try {
    const gone = await removeDemoOrganization(owned.ownerUrl, what === "stories" ? "stories" : "all");
    const rows = Object.values(gone).reduce((sum, count) => sum + count, 0);
    await terminal.write(
      `${what === "stories" ? "What was told of the story" : "The demonstration"} is gone, with ${rows} rows of ${Object.keys(gone).length} tables.\n`,
    );
    return EXIT.clear;
  } finally {
    await owned.close();
  }
}

/** `sluice demo-data remove`: throws away what the first start made to look at. */
export const demoDataCommand: Command = {
  name: "demo-data",
  summary: "throw away the demonstration organisation of the service",
  usage: ["sluice demo-data remove [stories] [--config FILE]"],
  about: [
    "The first start makes an organisation with customers and checks to look at. This removes it with every row of it, whether the service runs or not; it does not come back. Organisations made for the story of 2019 (sluice waivers story --url) go with it, and with “stories” these alone. Other organisations are not touched.",
  ],
  flags: { config: serveCommand.flags.config ?? { words: "a file of settings", value: "FILE" } },
  run,
};
