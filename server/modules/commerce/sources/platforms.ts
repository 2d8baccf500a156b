import type { SourceKind } from '../../../../core/commerce/source-api.ts';
import type { Platform } from './platform.ts';
import { shopify } from './shopify.ts';
import { woocommerce } from './woocommerce.ts';

export const platforms: Record<SourceKind, Platform> = { shopify, woocommerce };
