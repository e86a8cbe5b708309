"use client";

import { Button, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { useFormTools } from "./form-tools.tsx";

/** An adviser hands its draft over to the client once all that was typed is saved; the page is not the adviser's any more. [AV4] */
export function HandOver({ flush }: { readonly flush: () => Promise<boolean> }) {
  const t = useTranslations("engagement.draft");
  const errors = useTranslations("error");
  const client = useTRPCClient();
  const router = useRouter();
  const { publicId, leaving } = useFormTools();
  const [pending, setPending] = useState(false);
  const hand = async () => {
    setPending(true);
    leaving.current = true;
    try {
      if (await flush()) {
        await client.engagement.handOver.mutate({ publicId });
        toast({ title: t("done"), tone: "success" });
        router.push("/clients");
        return;
      }
    } catch (error) {
      toast({ title: toErrorMessage(error, {}, errors).text, tone: "danger" });
    }
    leaving.current = false;
    setPending(false);
  };
  return (
    <Button variant="accent" className="max-sm:px-3" pending={pending} onClick={() => void hand()}>
      {t("handOver")}
    </Button>
  );
}
