import { renderLetter } from "@lilink/documents";
import { defaultLocale, isLocale } from "@lilink/i18n";
import { call, type Kernel, leaseMail, settleMail } from "@lilink/services";
import { toErrorNote } from "@lilink/watch";
import type { Logger } from "pino";
import type { Handler } from "../job/run.ts";
import type { Mailbox } from "./open-mailbox.ts";

const batch = 10;
const awayCodes = new Set(["ECONNECTION", "ECONNREFUSED", "ETIMEDOUT", "ESOCKET", "EDNS", "EAUTH", "ETLS"]);

export type SendMailOptions = {
  readonly kernel: Kernel;
  readonly mailbox: Mailbox;
  readonly publicUrl: string;
  readonly log: Logger;
};

/**
 * Sends every letter that is due. One that does not leave stays where it is and is tried again later ([NO3]); a server
 * that is away is away for all, so the rest of its batch waits with it.
 */
export function createMailSender({ kernel, mailbox, publicUrl, log }: SendMailOptions): Handler {
  const principal = { kind: "job", job: "mail.send" } as const;
  return async () => {
    for (;;) {
      const letters = await call(kernel, principal, leaseMail, { limit: batch });
      for (const { id, address, kind, params, path, locale, createdAt } of letters) {
        const letter = renderLetter({
          kind,
          params,
          path,
          publicUrl,
          locale: isLocale(locale) ? locale : defaultLocale,
        });
        try {
          await mailbox({ id, address, writtenAt: createdAt }, letter);
        } catch (error) {
          log.warn({ letter: id, ...toErrorNote(error) }, "a letter did not leave; it is tried again");
          if (isAway(error)) return;
          continue;
        }
        await call(kernel, principal, settleMail, { id });
      }
      if (letters.length < batch) return;
    }
  };
}

function isAway(error: unknown): boolean {
  return error instanceof Error && "code" in error && awayCodes.has(String(error.code));
}
