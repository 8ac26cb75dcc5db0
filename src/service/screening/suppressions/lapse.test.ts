import fc from "fast-check";
import { expect, it } from "vitest";
import { fingerprint, type IdentityFacts } from "../../../engine/match/identity.ts";
import { suppressionState } from "./lapse.ts";

const facts: fc.Arbitrary<IdentityFacts> = fc.record({
  name: fc.constantFrom(["Jong Song Hwa"], ["Chong Song-hwa"], ["Jong Song Hwa", "Chong Song-hwa"]),
  birthDate: fc.constantFrom(["1970"], ["1970-02-05"]),
});
const day = fc.constantFrom("2026-01-01", "2026-01-02", "2026-06-30", "2026-07-01", "2027-01-01");
const side = (of: IdentityFacts) => ({ facts: of, fingerprint: fingerprint(of) });

it("a suppression holds on its days, for the very facts of both sides, unless revoked; else it says why not", () => {
  fc.assert(
    fc.property(
      facts,
      facts,
      facts,
      facts,
      day,
      fc.boolean(),
      (subject, listing, ours, theirs, today, revoked) => {
        const ground = {
          subjectFingerprint: fingerprint(subject),
          subjectFacts: subject,
          listingFingerprint: fingerprint(listing),
          listingFacts: listing,
          from: "2026-01-02",
          until: "2026-06-30",
          revokedAt: revoked ? "2026-01-03T00:00:00.000Z" : null,
          revokedReason: null,
        };
        const state = suppressionState(ground, { subject: side(ours), listing: side(theirs), day: today });
        const sameFacts =
          fingerprint(subject) === fingerprint(ours) && fingerprint(listing) === fingerprint(theirs);
        const inTime = today >= ground.from && today <= ground.until;
        expect(state.kind === "holds").toBe(sameFacts && inTime && !revoked);
        if (state.kind === "subject-changed" || state.kind === "listing-changed")
          expect(state.words).toMatch(/(name|birthDate): (now|no longer)/);
      },
    ),
  );
});
