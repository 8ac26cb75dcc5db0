import { expect, it } from "vitest";
import { viewOf } from "./desk-views.ts";

const proposed = { courses: [{ phase: "approved" }, { phase: "proposed" }] } as const;
const decided = { courses: [{ phase: "approved" }] } as const;

it("opens the desk on the first part in which something waits", () => {
  expect(viewOf(undefined, [decided, { courses: [{ phase: "circulated" }] }, proposed])).toBe("open");
  expect(viewOf(undefined, [decided, proposed])).toBe("second");
  expect(viewOf(undefined, [decided])).toBe("decided");
  expect(viewOf(undefined, [{ courses: [{ phase: "not-submitted" }] }])).toBe("open");
});

it("opens the part that an address asks for, also where it is empty", () => {
  expect(viewOf("open", [proposed])).toBe("open");
  expect(viewOf("of-old", [proposed])).toBe("second");
});
