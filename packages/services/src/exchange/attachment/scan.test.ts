import { createServer } from "node:net";
import { LilinkError } from "@lilink/model/error";
import { afterAll, describe, expect, it } from "vitest";
import { addMember, addOrganization, createTestKernel } from "../../../testing/index.ts";
import { scanByClamav } from "../../ground/file/scan-by-clamav.ts";
import { openGuard } from "../../ground/process/open-guard.ts";
import { call } from "../../kernel/call.ts";
import { createPosting } from "../posting/create-posting.ts";
import { uploadAttachment } from "./upload-attachment.ts";

/** Speaks clamd's protocol and knows one signature of its own; a clamd takes minutes to install and is no part of a test. */
const server = createServer((socket) => {
  let got = Buffer.alloc(0);
  socket.on("error", () => undefined);
  socket.on("data", (part) => {
    got = Buffer.concat([got, part]);
    const command = "zINSTREAM\0";
    if (got.length < command.length) return;
    if (got.subarray(0, command.length).toString() !== command) return void socket.end("UNKNOWN COMMAND\0");
    const body: Buffer[] = [];
    for (let at = command.length; at + 4 <= got.length; ) {
      const length = got.readUInt32BE(at);
      if (length === 0) {
        const text = Buffer.concat(body).toString("latin1");
        return void socket.end(
          text.includes("HARM") ? "stream: Own.Test FOUND\0" : text.includes("QUIET") ? "" : "stream: OK\0",
        );
      }
      body.push(got.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
  });
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const port = (server.address() as { port: number }).port;
afterAll(() => server.close());

const kernel = await createTestKernel();
const author = await addMember(kernel, await addOrganization(kernel));
const rival = await addMember(kernel, await addOrganization(kernel));
const bytesOf = (text: string) => new Uint8Array(Buffer.from(`%PDF-1.7 ${text}`));
const sendTo = async (settings: Parameters<typeof openGuard>[0], bytes: Uint8Array, who = author) => {
  const app = { ...kernel.app, guard: openGuard(settings) };
  const { publicId } = await call(app, who.principal, createPosting, { kind: "need" });
  return call(app, who.principal, uploadAttachment, {
    home: { kind: "posting", publicId },
    name: "a.pdf",
    bytes,
  }).then(
    () => "stored",
    (error: unknown) => (error instanceof LilinkError ? error.code : String(error)),
  );
};

describe("a file that arrives", () => {
  it("[RA8] is asked of the scanner in whole, and refused where that knows it", async () => {
    const address = `127.0.0.1:${port}`;
    const large = `${"x".repeat(300_000)}HARM${"x".repeat(10)}`;
    expect(await scanByClamav(address, bytesOf("plain"))).toBe("clean");
    expect(await scanByClamav(address, bytesOf(large))).toBe("infected");
    expect(await sendTo({ clamavAddress: address }, bytesOf(large))).toBe("UNSUPPORTED_TYPE");
    expect(await sendTo({ clamavAddress: address }, bytesOf("plain"))).toBe("stored");
  });

  it("[RA8] is refused while the scanner does not answer", async () => {
    expect(await sendTo({ clamavAddress: `127.0.0.1:${port}` }, bytesOf("QUIET"))).toBe("UNAVAILABLE");
    expect(await sendTo({ clamavAddress: "/nowhere/clamd.sock" }, bytesOf("plain"))).toBe("UNAVAILABLE");
  });

  it("[RA7] finds room in the quota of its organization or is refused, many at once too", async () => {
    const storageQuota = 5000;
    const size = 1500;
    const bytes = bytesOf("x".repeat(size - 9));
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => sendTo({ storageQuota }, bytes, rival)),
    );
    expect(answers.filter((answer) => answer === "stored")).toHaveLength(3);
    expect(answers.filter((answer) => answer === "LIMIT_REACHED")).toHaveLength(5);
    expect(await sendTo({ storageQuota: 100_000 }, bytes)).toBe("stored");
  });
});
