import { AsyncLocalStorage } from "node:async_hooks";
import { Fault } from "../../fault.ts";
import type { Api } from "../../platform/http/routes.ts";

/** The header by which a told story gives the instant at which it asks. */
export const STORY_HEADER = "sluice-story-at";

type Told = { readonly organizationId: string; readonly at: Date };

/** Before it nothing that stories tell of had happened. */
const FIRST = Date.UTC(2000, 0, 1);

/**
 * The desks' clock. It stands where the service's stands, but for a request into an organisation that was made for a story:
 * that may give its instant, which holds while the request is worked on, for that organisation and no other.
 */
export class StoryClock {
  readonly #now: () => Date;
  readonly #told = new AsyncLocalStorage<Told>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** The instant for what is asked now. */
  readonly now = (): Date => this.#told.getStore()?.at ?? this.#now();

  /** The instant for a question about one organisation, whoever asks: a story's only for the story's own. */
  readonly nowFor = (organizationId: string): Date => {
    const told = this.#told.getStore();
    return told?.organizationId === organizationId ? told.at : this.#now();
  };

  /** What tells requests of different instants apart where several are worked on together; empty for those of now. */
  readonly told = (): string => this.#told.getStore()?.at.toISOString() ?? "";

  /** Takes the instant from each request that may give one, and refuses any other that tries. */
  readonly hook = (api: Api): void => {
    api.addHook("preHandler", (request, _reply, done) => {
      const given = request.headers[STORY_HEADER];
      if (given === undefined) return done();
      const organization = request.personSession?.membership ?? null;
      if (organization === null || !organization.story)
        return done(
          new Fault({
            code: "rule-broken",
            rule: "story-only",
            reason: "only in an organisation that was made for a story is a day given; here it is today",
          }),
        );
      const at = new Date(String(given));
      if (!(at.getTime() >= FIRST && at.getTime() <= this.#now().getTime()))
        return done(
          new Fault({
            code: "input-invalid",
            file: "request",
            where: STORY_HEADER,
            reason: "an instant of the past in ISO 8601, such as 2019-03-08T22:00:00Z",
          }),
        );
      this.#told.run({ organizationId: organization.id, at }, done);
    });
  };
}
