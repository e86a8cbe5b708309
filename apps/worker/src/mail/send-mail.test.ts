import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { callJob, deliverNotice } from "@lilink/services";
import { createTestKernel } from "@lilink/services/testing";
import { pino } from "pino";
import { afterAll, describe, expect, it } from "vitest";
import { openMailbox } from "./open-mailbox.ts";
import { createMailSender } from "./send-mail.ts";

const start = new Date("2026-11-24T02:00:00Z");
const kernel = await createTestKernel(start);
const folder = mkdtempSync(join(tmpdir(), "lilink-mail-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const shared = { folder, from: "LiLink <noreply@test.example>", publicUrl: "https://lilink.example" };
const job = { id: "1", name: "mail.send" };
const log = pino({ level: "silent" });

const invite = (email: string) =>
  callJob(kernel.worker, { id: kernel.app.newId(), name: "notice.deliver" }, deliverNotice, {
    kind: "member.invited",
    causeKey: kernel.app.newId(),
    path: "/invitation/SECRET-TOKEN",
    params: { organization: "Firm\r\nBcc: all@test.example", inviter: "锂先生", role: "editor" },
    email,
    locale: "en",
  });
const sender = (smtpUrl?: string) =>
  createMailSender({
    kernel: kernel.worker,
    mailbox: openMailbox({ ...shared, ...(smtpUrl ? { smtpUrl } : {}) }),
    publicUrl: shared.publicUrl,
    log,
  });

/** As much of a mail server as a letter needs; refuses every address that begins with "no". */
function listen(port = 0): Promise<{ server: Server; port: number; letters: string[] }> {
  const letters: string[] = [];
  const server = createServer((socket) => {
    let data: string | undefined;
    socket.on("error", () => undefined);
    socket.write("220 test\r\n");
    socket.on("data", (chunk) => {
      if (data !== undefined) {
        data += chunk.toString();
        if (!data.endsWith("\r\n.\r\n")) return;
        letters.push(data);
        data = undefined;
        socket.write("250 taken\r\n");
        return;
      }
      const line = chunk.toString();
      if (/^RCPT TO:<no/i.test(line)) socket.write("550 no such box\r\n");
      else if (/^DATA/i.test(line)) {
        data = "";
        socket.write("354 go on\r\n");
      } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
      else socket.write("250 ok\r\n");
    });
  });
  return new Promise((resolve) =>
    server.listen(port, "127.0.0.1", () =>
      resolve({ server, port: (server.address() as AddressInfo).port, letters }),
    ),
  );
}

describe("sending letters", () => {
  it("[NO3] writes each once into the folder, where no server is set", async () => {
    await invite("one@test.example");
    const send = sender();
    await send({}, job);
    await send({}, job);
    const files = readdirSync(folder);
    expect(files).toHaveLength(1);
    const path = join(folder, files[0] ?? "");
    const letter = readFileSync(path, "utf8");
    expect(letter).toMatch(/^To: one@test\.example\r$/m);
    expect(letter).toMatch(/^Message-ID: <[0-9a-f-]{36}@lilink\.example>\r$/m);
    expect(letter).not.toMatch(/^Bcc:/m);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it("[NO3] keeps letters while the server is away, and sends them once it is back", async () => {
    const { server, port, letters } = await listen();
    await new Promise((resolve) => server.close(resolve));
    const send = sender(`smtp://127.0.0.1:${port}`);
    await invite("two@test.example");
    await invite("three@test.example");
    await send({}, job);
    const back = await listen(port);
    await send({}, job);
    expect([...letters, ...back.letters]).toEqual([]);
    kernel.setNow(new Date(start.getTime() + 31_000));
    await send({}, job);
    await send({}, job);
    expect(back.letters).toHaveLength(2);
    back.server.close();
  });

  it("[NO3] after an hour without a server each letter arrives once, and none that was late was lost", async () => {
    const { server, port } = await listen();
    await new Promise((resolve) => server.close(resolve));
    const send = sender(`smtp://127.0.0.1:${port}`);
    const from = kernel.app.clock().getTime();
    const pass = (minute: number) => kernel.setNow(new Date(from + minute * 60_000));
    const invited = Array.from({ length: 60 }, (_, minute) => `hour${minute}@test.example`);
    for (const [minute, address] of invited.entries()) {
      pass(minute);
      await invite(address);
      await send({}, job);
    }
    const back = await listen(port);
    for (let minute = 60; minute < 200; minute += 1) {
      pass(minute);
      await Promise.all([send({}, job), send({}, job)]);
    }
    back.server.close();
    const arrived = back.letters.map((letter) => /^To: (\S+)/m.exec(letter)?.[1] ?? "");
    expect(arrived.toSorted()).toEqual(invited.toSorted());
  });

  it("[NO3] is not held up by an address that is refused", async () => {
    const { server, port, letters } = await listen();
    await invite("nobody@test.example");
    await invite("four@test.example");
    await sender(`smtp://127.0.0.1:${port}`)({}, job);
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain("four@test.example");
    server.close();
  });
});
