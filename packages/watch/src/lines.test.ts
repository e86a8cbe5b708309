import { expect, it } from "vitest";
import { openLines } from "./lines.ts";

const failure = (code: string) => Object.assign(new Error(code), { code });

/** A disk with so much room; `room` may be changed. */
function openDisk(room: number) {
  const disk = { room, text: "" };
  const write = (_descriptor: number, bytes: Uint8Array) => {
    if (disk.room === 0) throw failure("ENOSPC");
    const taken = bytes.subarray(0, disk.room);
    disk.text += Buffer.from(taken).toString();
    disk.room -= taken.length;
    return taken.length;
  };
  return { disk, lines: openLines(1, write) };
}

it("[OB5] drops lines while the disk is full, and says how many when it has room again", () => {
  const { disk, lines } = openDisk(6);
  lines.write("first\n");
  lines.write("second\n");
  lines.write("third\n");
  disk.room = 1000;
  lines.write("fourth\n");
  const [first, note, fourth] = disk.text.split("\n");
  expect(first).toBe("first");
  expect(JSON.parse(note ?? "")).toMatchObject({ dropped: 2, level: 40 });
  expect(fourth).toBe("fourth");
});

it("[OB5] begins a new line after one that was cut off in its middle", () => {
  const { disk, lines } = openDisk(9);
  lines.write("first\n");
  lines.write("second\n");
  disk.room = 1000;
  lines.write("third\n");
  const [first, torn, note, third] = disk.text.split("\n");
  expect([first, torn, third]).toEqual(["first", "sec", "third"]);
  expect(JSON.parse(note ?? "")).toMatchObject({ dropped: 1 });
});

it("[OB5] tries again where the other end is only slow", () => {
  let calls = 0;
  let text = "";
  const lines = openLines(1, (_descriptor, bytes) => {
    calls += 1;
    if (calls % 2 === 1) throw failure("EAGAIN");
    text += Buffer.from(bytes).toString();
    return bytes.length;
  });
  lines.write("whole\n");
  expect(text).toBe("whole\n");
});
