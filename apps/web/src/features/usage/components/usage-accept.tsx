"use client";

import { useTranslations } from "next-intl";
import { useSmallForm } from "#components/use-small-form.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type UsageAcceptProps = {
  readonly publicId: string;
  readonly version: number;
  readonly asksAgreement: boolean;
};

/** Accepts the terms for the own organization; where an agreement is asked for, with its number or day. [US5] */
export function UsageAccept({ publicId, version, asksAgreement }: UsageAcceptProps) {
  const t = useTranslations("usage");
  const client = useTRPCClient();
  const form = useSmallForm("usage", { agreement: "" }, { agreement: t("field.agreement") });
  const send = () =>
    void form.act(
      () => client.use.accept.mutate({ publicId, version, agreement: form.values.agreement ?? "" }),
      t("reader.done"),
    );
  return (
    <div className="no-print mt-4">
      <p className="mb-3 max-w-prose text-sm text-muted">{t("reader.told")}</p>
      {form.frame(
        send,
        t("reader.accept"),
        asksAgreement ? form.text("agreement", { required: true, help: t("reader.agreementHelp") }) : null,
      )}
    </div>
  );
}
