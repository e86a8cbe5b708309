"use client";

import { toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type FieldLabels, toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";

/** Sends once, says how it went, and keeps the fault of each field until the next try. */
export function useSending(labels: FieldLabels) {
  const errors = useTranslations("error");
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const send = async (run: () => Promise<unknown>, done: string): Promise<boolean> => {
    setPending(true);
    setFaults({});
    try {
      await run();
      toast({ title: done, tone: "success" });
      router.refresh();
      return true;
    } catch (error) {
      const { text, fields } = toErrorMessage(error, labels, errors);
      if (fields.length > 0) setFaults(Object.fromEntries(fields.map((one) => [one.field, one.text])));
      else toast({ title: text, tone: "danger" });
      return false;
    } finally {
      setPending(false);
    }
  };
  return { pending, faults, send };
}
