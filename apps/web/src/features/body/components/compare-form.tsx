"use client";

import { Button, Field, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { StateForm } from "#components/state-form.tsx";
import {
  OrganizationPick,
  type PickedOrganization,
} from "#features/organization/components/organization-pick.tsx";
import { useRouter } from "#lib/i18n/navigation.ts";

/** Any two records side by side, whether or not they read alike. [BD9] */
export function CompareForm() {
  const t = useTranslations("body.pairs");
  const router = useRouter();
  const [first, setFirst] = useState<PickedOrganization | null>(null);
  const [second, setSecond] = useState<PickedOrganization | null>(null);
  const isReady = first && second && first.publicId !== second.publicId;
  return (
    <Section id="by-hand" title={t("byHand")}>
      <p className="prose-measure mb-3 text-muted">{t("byHandLead")}</p>
      <StateForm
        className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]"
        onSend={() => {
          if (!isReady) return;
          const query = { first: first.publicId, second: second.publicId };
          router.push({ pathname: "/review/duplicates", query });
        }}
      >
        <Field id="pair-first" label={t("first")}>
          {(aria) => <OrganizationPick {...aria} label={t("first")} value={first} onPick={setFirst} />}
        </Field>
        <Field id="pair-second" label={t("second")}>
          {(aria) => <OrganizationPick {...aria} label={t("second")} value={second} onPick={setSecond} />}
        </Field>
        <Button type="submit" disabled={!isReady}>
          {t("compare")}
        </Button>
      </StateForm>
    </Section>
  );
}
