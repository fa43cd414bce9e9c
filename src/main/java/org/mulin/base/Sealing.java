package org.mulin.base;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Seals personal data with SM4-GCM (12-byte nonce, then ciphertext and 16-byte tag) and makes blind indexes with
 * HMAC-SM3, so that equal values can be found without being read. The 32-byte key lives outside the database; both
 * working keys are derived from it.
 */
public final class Sealing {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec sealKey;
    private final SecretKeySpec indexKey;

    public Sealing(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("the sealing key has 32 bytes");
        }
        sealKey = new SecretKeySpec(Arrays.copyOf(hmac(new SecretKeySpec(key, "HmacSM3"), "seal"), 16), "SM4");
        indexKey = new SecretKeySpec(hmac(new SecretKeySpec(key, "HmacSM3"), "index"), "HmacSM3");
    }

    public byte[] seal(String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = gcm(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8), 0);
        byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
        return all;
    }

    /** @throws IllegalStateException when the bytes were not sealed with this key, or were changed */
    public String open(byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return new String(gcm(Cipher.DECRYPT_MODE, nonce, sealed, NONCE_BYTES), StandardCharsets.UTF_8);
    }

    /** The blind index of a value: 32 bytes, equal for equal values. */
    public byte[] index(String plain) {
        return hmac(indexKey, plain);
    }

    private byte[] gcm(int mode, byte[] nonce, byte[] input, int from) {
        try {
            Cipher cipher = Cipher.getInstance("SM4/GCM/NoPadding", PROVIDER);
            cipher.init(mode, sealKey, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed with another key, or changed since", e);
        }
    }

    private static byte[] hmac(SecretKeySpec key, String plain) {
        try {
            Mac mac = Mac.getInstance("HmacSM3", PROVIDER);
            mac.init(key);
            return mac.doFinal(plain.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
