import { afterAll, describe, expect, it } from "vitest";
import { REUNION_FILE } from "../fixtures/reunion-file.ts";
import { UN, waiverOffice } from "../fixtures/waiver-office.ts";

const office = await waiverOffice();
const { ask, begun, submit } = office;
afterAll(office.close);

describe("an application", () => {
  it("saves as one types, tells what is missing in words, and is not taken before it is whole", async () => {
    const { status, json } = await ask("POST", "/api/v1/waiver-applications", {
      title: "Begun",
      file: { approvals: [UN] },
    });
    expect(status, JSON.stringify(json)).toBe(200);
    const url = `/api/v1/waiver-applications/${json.id}`;
    expect(json.forms[0].missing.map(({ words }: { words: string }) => words)).toContain(
      "Item b: who receives it in the country.",
    );
    const saved = await ask("PATCH", url, { file: { nature: "Aid" } });
    expect([saved.json.version, saved.json.file.nature]).toEqual([2, "Aid"]);
    expect(
      (await ask("PATCH", url, { file: { nature: "x" } }, { headers: { "if-match": '"1"' } })).status,
    ).toBe(412);
    expect((await ask("PATCH", url, { file: { natur: "x" } })).status).toBe(400);
    const refused = await submit(json.id, [UN]);
    expect([refused.status, refused.json.detail]).toEqual([
      409,
      expect.stringContaining("Item j: what keeps the goods from being diverted"),
    ]);
  });

  it("reads its lines from a table exactly, and tells the rows that it could not read", async () => {
    const id = await begun();
    const table =
      "품명,세번,수량,단위,단가,통화\n모니터,8528.52,20,대,0.1,USD\n케이블,8544.70,1e3,m,1,USD\n의자,9401.69,0.30000000000000004,개,1,USD\n";
    const { json } = await ask("POST", `/api/v1/waiver-applications/${id}/lines?name=a.csv`, table);
    expect(json.application.file.lines[0]).toMatchObject({
      item: "모니터",
      quantity: { amount: "20", unit: "piece" },
      unitValue: { amount: "1", scale: 1, currency: "USD" },
    });
    expect(json.problems).toEqual([
      { row: 3, problem: "“1e3” is no number" },
      {
        row: 4,
        problem: "“0.30000000000000004” has more than 12 decimal places; write the exact number as text",
      },
    ]);
  });

  it("is held against itself: totals, ports, suppliers, windows and ways of filing", async () => {
    const id = await begun();
    const { json } = await ask("PATCH", `/api/v1/waiver-applications/${id}`, {
      file: {
        statedTotal: { amount: "45000", scale: 0, currency: "USD" },
        transfers: [{ ...REUNION_FILE.transfers[0], entry: "Nampo", from: "2019-03-01" }],
        until: "2020-04-01",
        applicant: { ...REUNION_FILE.applicant, kind: "ngo" },
        parties: [],
      },
    });
    const words = json.conflicts.map((note: { words: string }) => note.words).join("\n");
    for (const part of [
      "The lines come to USD 45130",
      "enters at Nampo, which its route does not pass",
      "begins before the time",
      "at most 12 months",
      "is not among the parties",
      "Direct filing",
    ])
      expect(words).toContain(part);
  });

  it("has every party screened on the spot", async () => {
    const id = await begun();
    await ask("PATCH", `/api/v1/waiver-applications/${id}`, {
      file: {
        parties: [
          ...REUNION_FILE.parties,
          { role: "carrier", schema: "Person", properties: { name: ["Qarbon Zelmira Testov3"] } },
        ],
      },
    });
    const { json } = await ask("POST", `/api/v1/waiver-applications/${id}/screening`);
    expect(json.parties.map(({ state }: { state: string }) => state)).toEqual([
      "clear",
      "clear",
      expect.stringMatching(/listed/),
      "clear",
    ]);
  });

  it("keeps files within bounds and of the kinds that it names", async () => {
    const id = await begun();
    const url = `/api/v1/waiver-applications/${id}/attachments?name=cover.pdf`;
    const good = await ask("POST", url, "%PDF-1.7 made up", {
      headers: { "content-type": "application/pdf" },
    });
    expect(good.json.application.attachments).toHaveLength(1);
    expect((await ask("POST", url, "MZ", { headers: { "content-type": "application/pdf" } })).status).toBe(
      400,
    );
    expect(
      (await ask("POST", url, "MZ", { headers: { "content-type": "application/x-msdownload" } })).status,
    ).toBe(400);
    const back = await ask("GET", `/api/v1/waiver-applications/${id}/attachments/${good.json.attachment}`);
    expect(back.raw.toString()).toBe("%PDF-1.7 made up");
  });

  it("lets a file be taken out again until it was given to an authority", async () => {
    const id = await begun([UN]);
    const files = `/api/v1/waiver-applications/${id}/attachments`;
    const attach = async (name: string) =>
      (await ask("POST", `${files}?name=${name}`, "Made up.", { headers: { "content-type": "text/plain" } }))
        .json.attachment;
    const [wrong, right] = [await attach("wrong.txt"), await attach("right.txt")];
    const removed = await ask("DELETE", `${files}/${wrong}`);
    expect(removed.json.application.attachments.map(({ name }: { name: string }) => name)).toEqual([
      "right.txt",
    ]);
    expect((await ask("DELETE", `${files}/${wrong}`)).status).toBe(404);
    await submit(id, [UN]);
    expect((await ask("DELETE", `${files}/${right}`)).json.detail).toContain("the file lies with");
    await ask("POST", `/api/v1/waiver-applications/${id}/applicant-acts`, {
      kind: "withdrawn",
      reason: "The route has changed.",
    });
    expect((await ask("DELETE", `${files}/${right}`)).json.detail).toContain("was part of what");
  });
});
