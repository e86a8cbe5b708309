"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useAct } from "#lib/form/use-act.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Begins an application to a call and opens it. */
export function BeginButton({ call }: { readonly call: string }) {
  const t = useTranslations("fund.call");
  const client = useTRPCClient();
  const router = useRouter();
  const { pending, act } = useAct();
  const begin = () =>
    act(async () => {
      const { publicId } = await client.fund.begin.mutate({ call });
      router.push(`/fund/applications/${publicId}`);
    }, t("began"));
  return (
    <Button variant="accent" pending={pending} onClick={() => void begin()}>
      {t("apply")}
    </Button>
  );
}
