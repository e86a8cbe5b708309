"use client";

import { getNonce, setNonce } from "get-nonce";
import { type ReactNode, useState } from "react";

/**
 * Gives the page's nonce to what writes style elements (scroll lock of dialogs). The first one of a
 * document is frozen: a server action and another language bring the layout anew with a nonce that the open document does not accept.
 */
export function NonceProvider({ nonce, children }: { readonly nonce: string; readonly children: ReactNode }) {
  useState(() => {
    getNonce() || setNonce(nonce);
  });
  return children;
}
