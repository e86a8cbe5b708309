"use client";

import type { SelectOption } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useSmallForm } from "#components/use-small-form.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Given = {
  readonly weakLink: string;
  readonly uses: readonly SelectOption[];
  readonly gaps: readonly SelectOption[];
};

/** Files a first use and a gap as the evidence of a weak link. [RY7] */
export function EvidenceForm({ weakLink, uses, gaps }: Given) {
  const t = useTranslations("relay.evidence");
  const client = useTRPCClient();
  const form = useSmallForm(
    "evidence",
    { use: uses[0]?.value ?? "", gap: gaps[0]?.value ?? "" },
    { use: t("use"), gap: t("gap") },
  );
  const { values } = form;
  const send = () =>
    void form.act(
      () => client.relay.file.mutate({ publicId: values.use ?? "", weakLink, gap: values.gap ?? "" }),
      t("filed"),
    );
  return form.frame(
    send,
    t("file"),
    <>
      {form.choice("use", uses)}
      {form.choice("gap", gaps)}
    </>,
  );
}
