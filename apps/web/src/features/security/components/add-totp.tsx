"use client";

import { Button, Field, NoticeBox, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { QrCode } from "./qr-code.tsx";

type Begun = { readonly id: string; readonly secret: string; readonly address: string };

/** Shows the secret as a picture and in letters until the first code proves that it arrived. */
export function AddTotp({ onAdded }: { readonly onAdded: (codes: readonly string[] | null) => void }) {
  const t = useTranslations("settings.factor");
  const client = useTRPCClient();
  const [begun, setBegun] = useState<Begun | null>(null);
  const { pending, failures, act } = useAct({ code: t("code") });
  const begin = () =>
    act(async () => setBegun(await client.factor.beginTotp.mutate({ label: t("authenticator") })));
  const confirm = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code") ?? "");
    void act(async () => {
      const { codes } = await client.factor.confirmTotp.mutate({ id: begun?.id ?? "", code });
      setBegun(null);
      onAdded(codes);
    }, t("added"));
  };
  if (!begun)
    return (
      <Button pending={pending} onClick={() => void begin()}>
        {t("addTotp")}
      </Button>
    );
  return (
    <NoticeBox title={t("scanTitle")}>
      <div className="flex flex-col gap-4">
        <p className="prose-measure">{t("scan")}</p>
        <QrCode text={begun.address} label={t("picture")} />
        <p>
          {t("byHand")} <code className="font-mono break-all select-all">{begun.secret}</code>
        </p>
        <form method="post" onSubmit={confirm} noValidate className="flex max-w-xs flex-col gap-3">
          <Field id="totp-code" label={t("code")} help={t("codeHelp")} error={failures.code} required>
            {(aria) => (
              <TextInput
                {...aria}
                name="code"
                inputMode="numeric"
                autoComplete="one-time-code"
                className="font-mono"
              />
            )}
          </Field>
          <div className="flex gap-2">
            <Button type="submit" variant="accent" pending={pending}>
              {t("confirm")}
            </Button>
            <Button onClick={() => setBegun(null)}>{t("cancel")}</Button>
          </div>
        </form>
      </div>
    </NoticeBox>
  );
}
