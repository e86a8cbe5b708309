"use client";

import { toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type FieldLabels, toErrorMessage } from "../error-message.ts";
import { useRouter } from "../i18n/navigation.ts";

/**
 * One press of a button that changes something: pending while it runs, a word when it is done, the page read again. What
 * goes wrong at a field is `failures`, by its path; anything else is said aside.
 */
export function useAct(labels: FieldLabels = {}) {
  const errors = useTranslations("error");
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [failures, setFailures] = useState<Readonly<Record<string, string>>>({});
  const act = async (run: () => Promise<unknown>, done?: string): Promise<boolean> => {
    setPending(true);
    setFailures({});
    try {
      await run();
      if (done) toast({ title: done, tone: "success" });
      router.refresh();
      return true;
    } catch (error) {
      const { text, fields } = toErrorMessage(error, labels, errors);
      setFailures(Object.fromEntries(fields.map((fault) => [fault.field, fault.text])));
      if (fields.length === 0) toast({ title: text, tone: "danger" });
      return false;
    } finally {
      setPending(false);
    }
  };
  return { pending, failures, act };
}
