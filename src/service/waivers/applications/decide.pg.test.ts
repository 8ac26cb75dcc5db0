import { afterAll, describe, expect, it } from "vitest";
import { REUNION_FILE } from "../fixtures/reunion-file.ts";
import { items, MEMBERS, proposal, UN, waiverOffice } from "../fixtures/waiver-office.ts";

const office = await waiverOffice();
const { desk, ask, begun, act, propose, countersign, submit, granted } = office;
afterAll(office.close);

describe("a circulation", () => {
  it("makes silence approval at the deadline and not a minute before, holidays and weekends left out", async () => {
    desk.setNow("2019-02-14T15:00:00Z");
    const id = await begun([UN]);
    await submit(id, [UN]);
    const { json } = await act(id, { kind: "circulated", template: UN, members: MEMBERS });
    // 18 February is Presidents' Day: five full days are 15, 19, 20, 21, 22.
    expect(json.courses[0].circulation.deadline).toBe("2019-02-22T22:00:00.000Z");
    desk.setNow("2019-02-22T21:59:00Z");
    const early = { ...proposal("EARLY"), approvedOn: "2019-02-22", from: "2019-02-22", until: "2019-08-22" };
    expect((await propose(id, UN, early)).json.detail).toContain(
      "silence is consent only from 2019-02-22T22:00:00.000Z on",
    );
    desk.setNow("2019-02-22T22:00:00Z");
    expect((await propose(id, UN, early)).json.courses[0].phase).toBe("proposed");
  });

  it("waits for a hold until it is lifted, and ends with an objection", async () => {
    desk.setNow("2019-03-01T15:00:00Z");
    const [held, objected] = [await begun([UN]), await begun([UN])];
    for (const id of [held, objected]) {
      await submit(id, [UN]);
      await act(id, { kind: "circulated", template: UN, members: MEMBERS });
    }
    await act(held, { kind: "held", template: UN, member: "France", reason: "more time for the annex" });
    await act(held, {
      kind: "asked",
      template: UN,
      number: 1,
      by: "France",
      question: "Who watches over the kit?",
    });
    expect(
      (await act(held, { kind: "held", template: UN, member: "Norway", reason: "not a member of it" })).json
        .detail,
    ).toContain("not among the members");
    desk.setNow("2019-03-11T15:00:00Z");
    expect((await propose(held, UN, proposal("HELD"))).json.detail).toContain("France holds it");
    const answered = await ask("POST", `/api/v1/waiver-applications/${held}/applicant-acts`, {
      kind: "answered",
      template: UN,
      number: 1,
      answer: "Our technicians.",
    });
    expect(answered.json.courses[0]).toMatchObject({
      phase: "on-hold",
      questions: [{ answer: "Our technicians." }],
    });
    const lifted = await act(held, { kind: "hold-lifted", template: UN, member: "France" });
    expect(lifted.json.courses[0].phase).toBe("no-objection");
    desk.setNow("2019-03-05T15:00:00Z");
    const no = await act(objected, {
      kind: "objected",
      template: UN,
      member: "Peru",
      reason: "not humanitarian aid",
    });
    expect(no.json.courses[0]).toMatchObject({ phase: "objected" });
  });

  it("lets nobody decide on what they asked for, nor one person twice, in the service and in the database", async () => {
    desk.setNow("2019-03-01T15:00:00Z");
    const id = await begun([UN]);
    await submit(id, [UN]);
    expect(
      (await act(id, { kind: "circulated", template: UN, members: MEMBERS }, "ann")).json.detail,
    ).toContain("takes no part");
    await act(id, { kind: "circulated", template: UN, members: MEMBERS });
    desk.setNow("2019-03-08T22:00:00Z");
    expect((await propose(id, UN, proposal("EYES"), "ann")).status).toBe(409);
    await propose(id, UN, proposal("EYES"));
    expect((await countersign(id, UN, "rev")).json.detail).toContain("cannot countersign");
    expect((await countersign(id, UN, "ann")).json.detail).toContain("takes no part");
    for (const [column, person] of [
      ["countersigner_id", "usr_rev"],
      ["countersigner_id", "usr_ann"],
      ["reviewer_id", "usr_ann"],
    ])
      await expect(
        desk.its.asOwner(
          `update waiver_decisions set ${column} = '${person}', outcome = 'confirmed', countersigned_at = now() where application_id = '${id}'`,
        ),
      ).rejects.toThrow(/check|does not decide|not changed/);
  });
});

describe("a decision", () => {
  it("is item by item, keeps what was asked for beside what was allowed, and refuses more than was asked", async () => {
    desk.setNow("2019-03-01T15:00:00Z");
    const id = await begun([UN]);
    await submit(id, [UN]);
    await act(id, { kind: "circulated", template: UN, members: MEMBERS });
    desk.setNow("2019-03-08T22:00:00Z");
    const pieces = (amount: string) => ({ amount, scale: 0, unit: "piece" });
    const some = [
      { line: "1", outcome: "approved", quantity: pieces("21") },
      { line: "2", outcome: "refused" },
      { line: "3", outcome: "further-review", reason: "the maker is not known" },
    ];
    const { json } = await propose(id, UN, proposal("ITEMS", { items: some }));
    for (const part of [
      "21 pieces are more than the 20 pieces asked for",
      "no reason is given",
      "nothing is decided on line 4",
    ])
      expect(json.detail).toContain(part);
    const right = [
      { line: "1", outcome: "approved", quantity: pieces("15") },
      { line: "2", outcome: "refused", reason: "a substitute is allowed" },
      { line: "3", outcome: "further-review", reason: "the maker is not known" },
      { line: "4", outcome: "approved" },
    ];
    await propose(id, UN, proposal("ITEMS", { items: right }));
    const back = await countersign(id, UN, "sig", false);
    expect(back.json.courses[0].phase).toBe("no-objection");
    await propose(id, UN, proposal("ITEMS", { items: right }));
    const done = await countersign(id, UN);
    const waiver = await ask("GET", `/api/v1/waivers/${done.json.courses[0].decision.waiver}`);
    expect(
      waiver.json.lines.map(
        ({
          line,
          requested,
          allowed,
        }: {
          line: string;
          requested: { amount: string };
          allowed: { amount: string };
        }) => [line, requested.amount, allowed.amount],
      ),
    ).toEqual([
      ["1", "20", "15"],
      ["4", "500", "500"],
    ]);
  });

  it("is amended by a version that says what changed, with the ledger going on and the old letter ended", async () => {
    const id = await granted("AMENDED");
    const line = { line: "1", quantity: { amount: "12", scale: 0, unit: "piece" } };
    const taking = {
      reference: "kit",
      route: REUNION_FILE.transfers[0].route,
      parties: ["Korean National Red Cross"],
    };
    await ask("POST", `/api/v1/waivers/${id}/ledger`, { kind: "draw", ...taking, lines: [line] });
    const first = (await ask("GET", `/api/v1/waivers/${id}`)).json;
    const begin = await ask("POST", "/api/v1/waiver-applications", {
      title: "Extension",
      amends: { kind: "extension", waiverId: id },
      file: {
        ...REUNION_FILE,
        approvals: [UN],
        until: "2019-12-08",
        lines: (await ask("GET", `/api/v1/waiver-applications/${first.applicationId}`)).json.file.lines,
      },
    });
    expect((await submit(begin.json.id, [UN])).json.detail).toContain("What the extension changes");
    await ask("PATCH", `/api/v1/waiver-applications/${begin.json.id}`, {
      file: { changes: "Three months more" },
    });
    await submit(begin.json.id, [UN]);
    await act(begin.json.id, { kind: "circulated", template: UN, members: MEMBERS, urgent: true });
    desk.setNow("2019-03-12T22:00:00Z");
    const fewer = items.map((one) =>
      one.line === "1" ? { ...one, quantity: { amount: "11", scale: 0, unit: "piece" } } : one,
    );
    await propose(begin.json.id, UN, proposal("X", { until: "2019-12-08", items: fewer }));
    expect((await countersign(begin.json.id, UN)).json.detail).toContain("less than has been drawn");
    await countersign(begin.json.id, UN, "sig", false);
    await propose(begin.json.id, UN, proposal("X", { until: "2019-12-08" }));
    const done = await countersign(begin.json.id, UN);
    expect(done.status, JSON.stringify(done.json)).toBe(200);
    const now = (await ask("GET", `/api/v1/waivers/${id}`)).json;
    expect([now.version, now.until, now.lines[0].used.amount, now.lines[0].left.amount]).toEqual([
      2,
      "2019-12-08",
      "12",
      "8",
    ]);
    const amended = now.acts.find(({ act: one }: { act: { kind: string } }) => one.kind === "amended");
    // An extension alone changes the last day, and says that it changed nothing else.
    expect(amended.act.changes).toEqual(["Last day: 8 September 2019 becomes 8 December 2019."]);
    expect([amended.act.version, now.applicationId]).toEqual([2, first.applicationId]);
    const old = await ask("GET", `/api/v1/verify/${first.letter}`);
    expect(old.json).toMatchObject({ valid: false, standing: "superseded", supersededBy: now.letter });
  });

  it("given by two at once is given once, and one that races with a revocation comes before it or not at all", async () => {
    desk.setNow("2019-03-01T15:00:00Z");
    const id = await begun([UN]);
    await submit(id, [UN]);
    await act(id, { kind: "circulated", template: UN, members: MEMBERS });
    desk.setNow("2019-03-08T22:00:00Z");
    await propose(id, UN, proposal("RACE"));
    const both = await Promise.all([countersign(id, UN, "sig"), countersign(id, UN, "sig2")]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const all = (await ask("GET", "/api/v1/waivers?limit=200")).json.items;
    const [waiver, ...others] = all.filter(({ reference }: { reference: string }) => reference === "RACE");
    expect(others).toEqual([]);
    const begin = await ask("POST", "/api/v1/waiver-applications", {
      title: "Extension",
      amends: { kind: "extension", waiverId: waiver.id },
      file: {
        ...REUNION_FILE,
        approvals: [UN],
        until: "2019-12-08",
        changes: "Three months more",
        lines: (await ask("GET", `/api/v1/waiver-applications/${id}`)).json.file.lines,
      },
    });
    await submit(begin.json.id, [UN]);
    await act(begin.json.id, { kind: "circulated", template: UN, members: MEMBERS, urgent: true });
    desk.setNow("2019-03-12T22:00:00Z");
    expect((await propose(begin.json.id, UN, proposal("X", { until: "2019-12-08" }))).status).toBe(200);
    const [extended, revoked] = await Promise.all([
      countersign(begin.json.id, UN),
      ask(
        "POST",
        `/api/v1/waivers/${waiver.id}/standing`,
        { act: "revoked", reason: "the project was given up" },
        { by: "rev" },
      ),
    ]);
    expect(revoked.status).toBe(200);
    const now = (await ask("GET", `/api/v1/waivers/${waiver.id}`)).json;
    const kinds = now.acts.map((one: { act: { kind: string } }) => one.act.kind);
    expect([now.standing, kinds.at(-1)]).toEqual(["revoked", "revoked"]);
    expect(now.version).toBe(extended.status === 200 ? 2 : 1);
    if (extended.status !== 200) expect(extended.json.detail).toContain("was revoked meanwhile");
    expect((await ask("GET", `/api/v1/verify/${now.letter}`)).json).toMatchObject({
      valid: false,
      standing: "revoked",
    });
  });

  it("is withdrawn, appealed and revoked, each with its reason", async () => {
    desk.setNow("2019-03-01T15:00:00Z");
    const id = await begun(["us-bis-licence"]);
    await submit(id, ["us-bis-licence"]);
    const refused = items.map(({ line }) => ({ line, outcome: "refused", reason: "a policy of denial" }));
    await propose(
      id,
      "us-bis-licence",
      proposal("NO", { items: refused, approvedOn: "2019-03-01", from: "2019-03-01" }),
    );
    expect((await countersign(id, "us-bis-licence")).json.courses[0]).toMatchObject({
      phase: "refused",
      appealUntil: "2019-04-15",
    });
    const appeal = { kind: "appealed", template: "us-bis-licence", reason: "the policy knows an exception" };
    desk.setNow("2019-04-16T15:00:00Z");
    expect(
      (await ask("POST", `/api/v1/waiver-applications/${id}/applicant-acts`, appeal)).json.detail,
    ).toContain("ended on 15 April 2019");
    desk.setNow("2019-04-15T15:00:00Z");
    expect(
      (await ask("POST", `/api/v1/waiver-applications/${id}/applicant-acts`, appeal)).json.courses[0].phase,
    ).toBe("appealed");
    const withdrawn = await ask("POST", `/api/v1/waiver-applications/${id}/applicant-acts`, {
      kind: "withdrawn",
      reason: "the project was given up",
    });
    expect(withdrawn.json.courses[0].phase).toBe("withdrawn");
    const waiver = await granted("REVOKED");
    const standing = (one: string) =>
      ask(
        "POST",
        `/api/v1/waivers/${waiver}/standing`,
        { act: one, reason: "goods were found elsewhere" },
        { by: "rev" },
      );
    expect((await standing("suspended")).json.standing).toBe("suspended");
    expect((await standing("reinstated")).json.standing).toBe("in-force");
    expect((await standing("revoked")).json.standing).toBe("revoked");
    expect((await standing("reinstated")).json.detail).toContain("revoked already");
  });
});
