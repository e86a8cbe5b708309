"use client";

import { Button, Field, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { StateForm } from "#components/state-form.tsx";
import { organizationName } from "#features/organization/view.ts";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** The door: a code is typed or scanned, and the firm is in. The field is empty for the next one. [EV10] */
export function Door({ id }: { readonly id: string }) {
  const t = useTranslations("event.board");
  const locale = useLocale();
  const client = useTRPCClient();
  const field = useId();
  const [code, setCode] = useState("");
  const { pending, failures, act } = useAct({ code: t("code6") });
  const letIn = async () => {
    const isIn = await act(
      () => client.event.checkIn.mutate({ publicId: id, code }),
      (guest) => t(guest.isNew ? "isIn" : "wasIn", { name: organizationName(guest, locale) }),
    );
    if (isIn) setCode("");
  };
  return (
    <StateForm className="flex items-end gap-3" onSend={() => void letIn()}>
      <Field id={field} label={t("code6")} error={failures.code}>
        {(aria) => (
          <TextInput
            {...aria}
            className="h-11 w-40 font-mono text-lg tracking-widest uppercase"
            maxLength={6}
            autoComplete="off"
            autoCapitalize="characters"
            value={code}
            onChange={(event) => setCode(event.target.value.toUpperCase())}
          />
        )}
      </Field>
      <Button type="submit" variant="accent" className="min-h-11" pending={pending}>
        {t("letIn")}
      </Button>
    </StateForm>
  );
}
