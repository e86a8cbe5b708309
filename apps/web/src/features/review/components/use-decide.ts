"use client";

import { toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type ErrorMessage, type FieldLabels, toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";

const nothing: ErrorMessage = { text: "", fields: [] };

/** One decision on what waits in a queue: it says so and leads back there, or tells what stands in its way. */
export function useDecide(queue: string, labels: FieldLabels) {
  const errors = useTranslations("error");
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState(nothing);
  const [attempt, setAttempt] = useState(0);
  const decide = async (run: () => Promise<unknown>, done: string) => {
    setPending(true);
    setAttempt((count) => count + 1);
    try {
      await run();
      setFailure(nothing);
      toast({ title: done, tone: "success" });
      router.push(queue);
      router.refresh();
    } catch (error) {
      setFailure(toErrorMessage(error, labels, errors));
      setPending(false);
    }
  };
  return { decide, pending, failure, attempt };
}
