#!/usr/bin/env node
export const x: number = 1
