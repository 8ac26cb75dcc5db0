import { availableParallelism, loadavg } from "node:os";
import type { Locator } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { describeInBrowser, useApp } from "./app.ts";

const ALERTS = 10_000;
/** Rows that may be drawn at once, whatever the height of the window: those in sight and some beyond both edges. */
const DRAWN_MAX = 120;
/** What `docs/web.md` promises of a frame while the queue is scrolled. */
const FRAME_MS_MAX = 50;
/** And of the answer to a click: the best of some, as what else the machine does is not the page's doing. */
const CLICK_MS_MAX = 100;
const ROUNDS = 3;
/** Entries shorter than a picture are not told at all. */
const TOLD_MS_MIN = 16;

describeInBrowser("a queue of ten thousand alerts", () => {
  const app = useApp();

  beforeAll(async () => {
    const owner = await app.owner();
    const subject = { ref: "Q-1", schema: "Company", properties: { name: ["Volasys Silver Star"] } };
    await owner.call("POST", "/api/v1/subjects", { subjects: [subject] });
    // One real alert, and as many copies of it as a bad morning brings.
    await app.database.asOwner(
      `with first as (select * from alerts limit 1), made as (
         insert into alerts (organization_id, id, subject_id, subject_fingerprint, entity_id, round, channel, record,
           score, created_at, events, standing, due_on)
         select organization_id, 'alr_' || md5(n::text), subject_id, subject_fingerprint, entity_id, n + 1, channel,
           record, 0.7 + (n % 300) / 1000.0, created_at, events, standing, due_on
         from first, generate_series(1, $1) n
         returning id, organization_id)
       insert into alert_events (organization_id, alert_id, sequence, at, by, event)
       select m.organization_id, m.id, e.sequence, e.at, e.by, e.event
       from made m, (select * from alert_events limit 1) e`,
      [ALERTS - 1],
    );
  });

  it("is drawn a window at a time, counted as a whole, and scrolled by wheel and by key", async () => {
    const owner = await app.owner();
    const page = await owner.open("/alerts");
    const table = page.getByRole("table", { name: "Alerts" });
    await table.waitFor();
    await expect.poll(() => table.getAttribute("aria-rowcount")).toBe(String(ALERTS + 1));
    const drawn = () => table.locator("tbody tr[data-index]").count();
    expect(await drawn()).toBeLessThanOrEqual(DRAWN_MAX);
    await page.evaluate(() => {
      const frames: number[] = [];
      let before = performance.now();
      const count = (now: number): void => {
        frames.push(now - before);
        before = now;
        requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
      Object.assign(window, { frames });
    });
    await page.mouse.move(700, 600);
    for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(0, 900);
    await expect
      .poll(async () => Number(await table.locator("tbody tr[data-index]").last().getAttribute("data-index")))
      .toBeGreaterThan(200);
    expect(await drawn()).toBeLessThanOrEqual(DRAWN_MAX);
    const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames);
    const sorted = frames.toSorted((a, b) => a - b);
    const at = (share: number): number => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
    console.log(
      `frames while scrolling: half within ${at(0.5)} ms, 95 % within ${at(0.95)} ms, longest ${at(1)} ms`,
    );
    // On a machine that does other work as well, a frame says nothing of the page.
    const [load = 0] = loadavg();
    if (load <= availableParallelism()) expect(at(0.5)).toBeLessThanOrEqual(FRAME_MS_MAX);
    await page.evaluate(() => window.scrollTo(0, 0));
    for (let row = 0; row < 60; row += 1) await page.keyboard.press("j");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest("tr")?.getAttribute("data-index")))
      .toBe("59");
  });

  it("answers each sort of click with the next picture, within 100 ms", async () => {
    const owner = await app.owner();
    const page = await owner.open("/alerts");
    await page.getByRole("table", { name: "Alerts" }).waitFor();
    // What is fetched once is fetched: what is timed is the answer to the click.
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => {
      const clicks: { name: string; ms: number }[] = [];
      let next = "";
      new PerformanceObserver((list) => {
        for (const { name, duration } of list.getEntries())
          if (name === "click") clicks.push({ name: next, ms: duration });
      }).observe({ type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit);
      Object.assign(window, { clicks, clickOn: (name: string) => (next = name) });
    });
    const click = async (name: string, element: Locator): Promise<void> => {
      await page.evaluate(
        (on) => (window as unknown as { clickOn: (name: string) => void }).clickOn(on),
        name,
      );
      await element.click();
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
    };
    const table = page.getByRole("table", { name: "Alerts" });
    for (let round = 0; round < ROUNDS; round += 1) {
      await click("fold the menu", page.getByRole("button", { name: /fold the menu/i }));
      await click("choose a row", table.getByRole("checkbox").nth(round + 1));
      await click("language", page.getByRole("button", { name: "한국어" }));
      await click("language back", page.getByRole("button", { name: "English" }));
      await click("a view", page.getByRole("link", { name: /^Mine/ }));
      await click("the team's", page.getByRole("link", { name: /^Team/ }));
      await click("open an alert", table.getByRole("link").nth(round));
      await page.waitForURL(/\/alerts\/alr_/);
      await page.goBack();
      await table.waitFor();
    }
    const clicks = await page.evaluate(
      () => (window as unknown as { clicks: { name: string; ms: number }[] }).clicks,
    );
    const best = [...Map.groupBy(clicks, ({ name }) => name)].map(([name, told]) => ({
      name,
      ms: told.length < ROUNDS ? TOLD_MS_MIN : Math.min(...told.map(({ ms }) => ms)),
    }));
    console.log(
      `clicks, the best of ${ROUNDS}: ${best.map(({ name, ms }) => `${name} ${ms} ms`).join(", ")}`,
    );
    const [load = 0] = loadavg();
    if (load <= availableParallelism()) expect(best.filter(({ ms }) => ms > CLICK_MS_MAX)).toEqual([]);
  });
});
