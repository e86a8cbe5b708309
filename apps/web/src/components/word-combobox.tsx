"use client";

import { Combobox, type ComboboxProps } from "@lilink/ui";
import { useEffect, useState } from "react";

type Fold = NonNullable<ComboboxProps["fold"]>;

/** A choice by its words, in traditional characters too; their table comes after the page. */
export function WordCombobox(props: Omit<ComboboxProps, "fold" | "onSearch">) {
  const [fold, setFold] = useState<Fold>();
  useEffect(() => {
    // Without the table the choice is found by the characters as they are.
    import("@lilink/engine/text/simplify-han").then(
      ({ simplifyHan }) => setFold(() => simplifyHan),
      () => undefined,
    );
  }, []);
  return <Combobox {...props} fold={fold} />;
}
