import { expect, it } from "vitest";
import { createGiveWay } from "./give-way.ts";

function createDoor() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

it("what is not urgent begins when the urgent job under way is done, and an urgent one at once", async () => {
  const giveWay = createGiveWay(["urgent"]);
  const [first, second] = [createDoor(), createDoor()];
  const order: string[] = [];
  const note = (word: string) => async () => void order.push(word);
  const ranking = giveWay("urgent", () => first.passed.then(note("ranking")));
  const notice = giveWay("other", note("notice"));
  const later = giveWay("urgent", async () => {
    order.push("later begins");
    await second.passed;
  });
  expect(order).toEqual(["later begins"]);
  first.open();
  await Promise.all([ranking, notice]);
  // It waited for the one that ran when it came, and not for the one that came after.
  expect(order).toEqual(["later begins", "ranking", "notice"]);
  second.open();
  await later;
});

it("a failed job holds nobody up, and its error reaches whoever asked", async () => {
  const giveWay = createGiveWay(["urgent"]);
  const failing = giveWay("urgent", () => Promise.reject(new Error("no")));
  const other = giveWay("other", async () => "done");
  await expect(failing).rejects.toThrow("no");
  expect(await other).toBe("done");
});
