"use client";

import { Button } from "@lilink/ui";
import { Printer } from "lucide-react";

export function PrintButton({ label }: { readonly label: string }) {
  return (
    <Button onClick={() => window.print()}>
      <Printer aria-hidden />
      {label}
    </Button>
  );
}
