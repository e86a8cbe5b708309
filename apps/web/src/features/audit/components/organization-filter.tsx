"use client";

import { Field } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  OrganizationPick,
  type PickedOrganization,
} from "#features/organization/components/organization-pick.tsx";

/** The organization that a log is narrowed to, found by its name and sent with the form. */
export function OrganizationFilter({ chosen }: { readonly chosen: PickedOrganization | null }) {
  const t = useTranslations("audit.filter");
  const [picked, setPicked] = useState(chosen);
  return (
    <Field id="organization" label={t("organization")}>
      {(aria) => (
        <>
          <OrganizationPick {...aria} label={t("organization")} value={picked} onPick={setPicked} />
          {picked ? <input type="hidden" name="organization" value={picked.publicId} /> : null}
        </>
      )}
    </Field>
  );
}
