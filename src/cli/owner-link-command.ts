import pino from "pino";
import { issueFirstOwnerLink, issuePasswordLinkByEmail } from "../platform/auth/links.ts";
import { createLog } from "../platform/telemetry/log.ts";
import { linkUrl } from "../service/accounts/link-page.ts";
import { publicUrlOf } from "../service/public-url.ts";
import { databaseOf, openStore } from "../service/store.ts";
import { type Command, type Context, type Given, usageFault } from "./command.ts";
import { EXIT } from "./exit-code.ts";
import { configOf, serveCommand } from "./serve-command.ts";

async function run({ terminal }: Context, given: Given): Promise<number> {
  const { config } = configOf(given, process.env);
  const kind = databaseOf(config);
  if (kind === null) throw usageFault("with these settings the service remembers nobody (SLUICE_DATABASE)");
  const now = (): Date => new Date(terminal.now());
  const log = createLog("error", pino.destination({ dest: 2, sync: true }));
  const publicUrl = publicUrlOf(config);
  const store = await openStore({ config, environment: process.env, kind, publicUrl, log, now });
  try {
    const { database } = store.accounts;
    const email = given.value("email");
    const link =
      email === null
        ? await issueFirstOwnerLink(database, now())
        : await issuePasswordLinkByEmail(database, email, now());
    if (link === null) {
      throw usageFault(
        "there is an owner already; --email ADDRESS makes a link for a new password of that person",
      );
    }
    await terminal.write(
      `${linkUrl(publicUrl, link.token)}\nOpens once, until ${link.expiresAt.toISOString()}.\n`,
    );
    return EXIT.clear;
  } finally {
    await store.close();
  }
}

/** `sluice owner-link`: the first owner's way in, or a way back in for somebody who is locked out. */
export const ownerLinkCommand: Command = {
  name: "owner-link",
  summary: "make a one-time link: for the first owner, or for a new password",
  usage: ["sluice owner-link [--email ADDRESS] [--config FILE]"],
  about: [
    "Without an address: the link by which the first owner comes in, as it is printed at the first start; an earlier one ends. With an address: a link by which that person sets a new password; their sessions end when it is used.",
  ],
  flags: {
    email: { words: "whose password is to be set anew", value: "ADDRESS" },
    config: serveCommand.flags.config ?? { words: "a file of settings", value: "FILE" },
  },
  run,
};
