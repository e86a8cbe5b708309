"use client";

import { toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type FieldLabels, toErrorMessage } from "../error-message.ts";
import { useRouter } from "../i18n/navigation.ts";
import { readPublicError } from "../public-error.ts";

/** The thing is no longer as the page shows it. */
const stale: readonly string[] = ["WRONG_STATE", "CONFLICT", "NOT_FOUND"];

/**
 * One press of a button that changes something: pending while it runs, a word when it is done, the page read again. What
 * goes wrong at a field that `labels` names is `failures`, by its path; anything else is said aside. `wrongState` is what
 * to say where the state of the thing forbids the act; `others` names fields of the thing that stand elsewhere, to be mended there.
 */
export function useAct(labels: FieldLabels = {}, wrongState?: string, others: FieldLabels = {}) {
  const errors = useTranslations("error");
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [failures, setFailures] = useState<Readonly<Record<string, string>>>({});
  /** Runs it and answers whether it was done; `done` is what to say then, perhaps with what came of it. */
  const act = async <T>(run: () => Promise<T>, done?: string | ((answer: T) => string)): Promise<boolean> => {
    setPending(true);
    setFailures({});
    try {
      const answer = await run();
      if (done !== undefined)
        toast({ title: typeof done === "string" ? done : done(answer), tone: "success" });
      router.refresh();
      return true;
    } catch (error) {
      const { code } = readPublicError(error);
      const { text, fields } = toErrorMessage(error, { ...others, ...labels }, errors);
      const named = fields.filter(({ field }) => field in labels);
      setFailures(Object.fromEntries(named.map((fault) => [fault.field, fault.text])));
      const elsewhere = fields.filter(({ field }) => field in others && !(field in labels));
      if (elsewhere.length > 0)
        toast({ title: elsewhere.map((fault) => fault.text).join(" "), tone: "danger" });
      else if (named.length === 0)
        toast({ title: code === "WRONG_STATE" && wrongState ? wrongState : text, tone: "danger" });
      if (stale.includes(code)) router.refresh();
      return false;
    } finally {
      setPending(false);
    }
  };
  return { pending, failures, act };
}
