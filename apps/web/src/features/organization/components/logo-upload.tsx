"use client";

import { Button, Field } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FileButton } from "#components/file-button.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useUpload } from "#lib/form/use-upload.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { Logo } from "./logo.tsx";

/** The picture of one's own body: chosen, seen at once, replaced or taken away. [OR17] */
export function LogoUpload({
  organization,
  file,
}: {
  readonly organization: string;
  readonly file: string | null;
}) {
  const t = useTranslations("settings.organization");
  const client = useTRPCClient();
  const router = useRouter();
  const [shown, setShown] = useState(file);
  const { pending, act } = useAct();
  const { busy, failure, told, input } = useUpload(
    { kind: "logo", publicId: organization },
    t("logo"),
    (stored) => {
      setShown(stored.publicId);
      router.refresh();
    },
  );
  const remove = async (publicId: string) => {
    if (await act(() => client.attachment.remove.mutate({ publicId }), t("logoRemoved"))) setShown(null);
  };
  return (
    <Field id="logo" label={t("logo")} help={t("logoHelp")} error={failure}>
      {(aria) => (
        <div className="flex flex-wrap items-center gap-4">
          <Logo file={shown} size="page" />
          <div>
            <FileButton {...aria} {...input()} multiple={false} accept=".png,.jpg,.jpeg" />
          </div>
          {shown ? (
            <Button variant="quiet" pending={pending} onClick={() => void remove(shown)}>
              {t("logoRemove")}
            </Button>
          ) : null}
          <p role="status" className="text-sm text-muted empty:hidden">
            {busy ?? told}
          </p>
        </div>
      )}
    </Field>
  );
}
