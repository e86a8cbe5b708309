"use client";

import { toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { readPublicError } from "#lib/public-error.ts";

/** Does a thing, says so, and reads the page again; `wrongState` is what to say when its state forbids it. */
export function useAct(wrongState?: string) {
  const errors = useTranslations("error");
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const act = async (run: () => Promise<string>): Promise<boolean> => {
    setPending(true);
    try {
      toast({ title: await run(), tone: "success" });
      router.refresh();
      return true;
    } catch (error) {
      const title =
        wrongState && readPublicError(error).code === "WRONG_STATE"
          ? wrongState
          : toErrorMessage(error, {}, errors).text;
      toast({ title, tone: "danger" });
      router.refresh();
      return false;
    } finally {
      setPending(false);
    }
  };
  return { pending, act };
}
