package dev.heddle.extension.payloadcodec;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStoreSpi;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A provider as those of PKCS#11 are: its store has one key, which encrypts and is not handed out. */
final class Hardware extends Provider {
    static final String TYPE = "HARDWARE";
    private static final long serialVersionUID = 1;
    private static final String AES = "AES/GCM/NoPadding";

    private final transient SecretKey inside;
    private final transient AtomicInteger asked = new AtomicInteger();

    Hardware(byte[] key) {
        super("Hardware", "1", "for tests");
        this.inside = new SecretKeySpec(key, "AES");
        putService(new Service(this, "KeyStore", TYPE, Store.class.getName(), List.of(), null) {
            @Override
            public Object newInstance(Object parameter) {
                return new Store();
            }
        });
        putService(new Service(this, "Cipher", AES, OfHardware.class.getName(), List.of(), null) {
            @Override
            public Object newInstance(Object parameter) {
                return new OfHardware();
            }

            @Override
            public boolean supportsParameter(Object key) {
                return key instanceof Handle;
            }
        });
    }

    /** How often it has encrypted or decrypted. */
    int asked() {
        return asked.get();
    }

    /** What programs have of the key. */
    private static final class Handle implements SecretKey {
        private static final long serialVersionUID = 1;

        @Override
        public String getAlgorithm() {
            return "AES";
        }

        @Override
        public String getFormat() {
            return null;
        }

        @Override
        public byte[] getEncoded() {
            return null;
        }
    }

    private final class OfHardware extends CipherSpi {
        private final Cipher cipher;

        OfHardware() {
            try {
                cipher = Cipher.getInstance(AES, "SunJCE");
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random) {
            try {
                cipher.init(mode, inside, parameters, random);
            } catch (GeneralSecurityException unfit) {
                throw new IllegalArgumentException(unfit);
            }
        }

        @Override
        protected void engineInit(int mode, Key key, SecureRandom random) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom random) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void engineUpdateAAD(byte[] data, int offset, int length) {
            cipher.updateAAD(data, offset, length);
        }

        @Override
        protected byte[] engineUpdate(byte[] input, int offset, int length) {
            return cipher.update(input, offset, length);
        }

        @Override
        protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int at) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected byte[] engineDoFinal(byte[] input, int offset, int length)
                throws javax.crypto.IllegalBlockSizeException, javax.crypto.BadPaddingException {
            asked.incrementAndGet();
            return cipher.doFinal(input, offset, length);
        }

        @Override
        protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int at)
                throws javax.crypto.IllegalBlockSizeException, javax.crypto.BadPaddingException {
            byte[] result = engineDoFinal(input, offset, length);
            System.arraycopy(result, 0, output, at, result.length);
            return result.length;
        }

        @Override
        protected void engineSetMode(String mode) {}

        @Override
        protected void engineSetPadding(String padding) {}

        @Override
        protected int engineGetBlockSize() {
            return 16;
        }

        @Override
        protected int engineGetOutputSize(int length) {
            return cipher.getOutputSize(length);
        }

        @Override
        protected byte[] engineGetIV() {
            return cipher.getIV();
        }

        @Override
        protected AlgorithmParameters engineGetParameters() {
            return cipher.getParameters();
        }
    }

    private static final class Store extends KeyStoreSpi {
        @Override
        public void engineLoad(InputStream none, char[] pin) {
            if (none != null || !"1234".equals(new String(pin))) {
                throw new IllegalArgumentException("not so");
            }
        }

        @Override
        public Enumeration<String> engineAliases() {
            return Collections.enumeration(List.of("k"));
        }

        @Override
        public Key engineGetKey(String alias, char[] password) {
            return new Handle();
        }

        @Override
        public boolean engineIsKeyEntry(String alias) {
            return true;
        }

        @Override
        public Certificate[] engineGetCertificateChain(String alias) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Certificate engineGetCertificate(String alias) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Date engineGetCreationDate(String alias) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetKeyEntry(String alias, Key key, char[] password, Certificate[] chain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetKeyEntry(String alias, byte[] key, Certificate[] chain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetCertificateEntry(String alias, Certificate certificate) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineDeleteEntry(String alias) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean engineContainsAlias(String alias) {
            return alias.equals("k");
        }

        @Override
        public int engineSize() {
            return 1;
        }

        @Override
        public boolean engineIsCertificateEntry(String alias) {
            return false;
        }

        @Override
        public String engineGetCertificateAlias(Certificate certificate) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineStore(OutputStream out, char[] password) {
            throw new UnsupportedOperationException();
        }
    }
}
