/* Nghị Trường: small helps on top of pages that work without them. No framework, nothing inline. */
"use strict";
