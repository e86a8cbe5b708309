import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Letter } from "@lilink/documents";
import { createTransport } from "nodemailer";

export type Envelope = { readonly id: string; readonly address: string; readonly writtenAt: Date };

/** Takes a letter away for good, or throws. The same letter twice arrives under one Message-ID. */
export type Mailbox = (envelope: Envelope, letter: Letter) => Promise<void>;

export type MailboxOptions = {
  readonly smtpUrl?: string;
  readonly folder: string;
  readonly from: string;
  readonly publicUrl: string;
};

const patienceMilliseconds = 10_000;

/** A mail server where one is set, else a folder of .eml files that any mail program opens. */
export function openMailbox({ smtpUrl, folder, from, publicUrl }: MailboxOptions): Mailbox {
  const host = new URL(publicUrl).hostname;
  const toMessage = ({ id, address, writtenAt }: Envelope, letter: Letter) => ({
    from,
    to: { name: "", address },
    ...letter,
    messageId: `<${id}@${host}>`,
    date: writtenAt,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (smtpUrl) {
    const server = createTransport({
      url: smtpUrl,
      connectionTimeout: patienceMilliseconds,
      greetingTimeout: patienceMilliseconds,
      socketTimeout: patienceMilliseconds,
    });
    return async (envelope, letter) => {
      await server.sendMail(toMessage(envelope, letter));
    };
  }
  const writer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return async (envelope, letter) => {
    const { message } = await writer.sendMail(toMessage(envelope, letter));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const day = envelope.writtenAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
    const file = join(folder, `${day}-${envelope.id}.eml`);
    // Whoever watches the folder sees a whole letter or none.
    await writeFile(`${file}.part`, message as Buffer, { mode: 0o600, flush: true });
    await rename(`${file}.part`, file);
  };
}
