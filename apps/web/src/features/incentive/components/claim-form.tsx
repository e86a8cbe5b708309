"use client";

import { useTranslations } from "next-intl";
import { useSmallForm } from "#components/use-small-form.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Amount and purpose; who claims is the organization acted for. [IC2] */
export function ClaimForm({ publicId }: { readonly publicId: string }) {
  const t = useTranslations("incentive");
  const client = useTRPCClient();
  const labels = { amount: t("amount"), purpose: t("purpose") };
  const { values, set, text, frame, act } = useSmallForm("claim", { amount: "", purpose: "" }, labels);
  const send = async () => {
    const { amount = "", purpose = "" } = values;
    if (await act(() => client.incentive.claim.mutate({ publicId, amount, purpose }), t("sent")))
      set("purpose", "");
  };
  return frame(
    () => void send(),
    t("send"),
    <>
      {text("amount", { decimal: true, required: true, help: t("amountHelp") })}
      {text("purpose", { help: t("purposeHelp"), required: true })}
    </>,
  );
}
